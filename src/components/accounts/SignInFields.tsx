import { createUniqueId, Show } from 'solid-js';

interface FieldProps {
  name: string;
  label: string;
  type: 'email' | 'password';
  autocomplete: 'username' | 'current-password';
}

function Field(props: FieldProps) {
  const id = createUniqueId();
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={id}>
        {props.label}
      </label>
      <input
        class="govuk-input"
        id={id}
        name={props.name}
        type={props.type}
        autocomplete={props.autocomplete}
        spellcheck={false}
      />
    </div>
  );
}

/** Why she is asked, what went wrong last time, e-mail address and password. */
export function SignInFields(props: { titleId: string; problem: string }) {
  return (
    <>
      <h2 class="govuk-heading-m" id={props.titleId}>
        Sign in again
      </h2>
      <p class="govuk-body">You were signed out. What you typed is still on the page behind this.</p>
      <Show when={props.problem}>
        <p class="govuk-error-message" role="alert">
          {props.problem}
        </p>
      </Show>
      <Field name="email" label="E-mail address" type="email" autocomplete="username" />
      <Field name="password" label="Password" type="password" autocomplete="current-password" />
    </>
  );
}
