/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Who is signed in, with today's assignments; null for nobody. */
    viewer: import('#src/domain/access/viewer.ts').Viewer | null;
    /** The reference on error pages and in the log. Made by the door before Astro, never taken from outside. */
    requestId: string;
    /** The route pattern, set by the middleware: the log names it in place of the address, which may hold ids. */
    route?: string;
    /** Set where the database is a demo, with the day it was made. */
    demo: { readonly madeOn: string } | null;
    /** The fields of a form that was sent with this request, so that a page can show them again after an error. Never a password. */
    posted: Readonly<Record<string, readonly string[]>>;
    /** The form that was sent also held a password: it is never sent a second time by itself. */
    asksPassword?: boolean;
    /** Set where an error page is shown in place of the page that was asked for. */
    problem?: import('#src/domain/accounts/problem.ts').Problem;
    /** A form that came without a session: the sign-in page carries it along. */
    lateForm?: import('#src/domain/accounts/carriedText.ts').LateForm;
    /** What this reader has of the module that is being rendered. */
    lesson?: import('#src/components/lesson/lesson.ts').Lesson;
    /** What the components in MDX write the words of a module from. */
    lessonText?: import('#src/components/lesson/lessonText.ts').LessonText;
    /** A file on its way, at the one address that takes files; its body has not been read. */
    upload?: import('#src/server/http/upload.ts').PendingUpload;
    /** Answers with a stored file: call it, then give an answer with headers alone. Not there under `astro dev`. */
    attach?: (attachment: import('#src/server/http/answer.ts').Attachment) => void;
    /** Seconds for the header Retry-After, where a refusal knows them. */
    retryAfterSeconds?: number | null;
  }
}
