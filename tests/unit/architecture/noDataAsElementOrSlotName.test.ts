import { noDataAsElementOrSlotName } from '../../../scripts/lint/noDataAsElementOrSlotName.mjs';
import { onAstro, onTypeScript } from './ruleTester.ts';

const component = '/src/components/modules/ModuleCard.astro';
const ui = '/src/components/ui/TextInput.astro';
const island = '/src/components/checks/CheckForm.tsx';
const element = [{ messageId: 'element' }];
const slot = [{ messageId: 'slot' }];
const spread = [{ messageId: 'spread' }];

/** A component with this frontmatter and this markup. */
const astro = (frontmatter: string, markup: string) => `---\n${frontmatter}\n---\n${markup}`;
const rest = 'const { label, ...rest } = Astro.props;';

onAstro.run('in a page, names of elements, attributes and slots are written out', noDataAsElementOrSlotName, {
  valid: [
    {
      name: 'an imported component',
      code: astro("import Card from './Card.astro';", '<Card title="a" />'),
      filename: component,
    },
    { name: 'a lesson', code: astro('const { Content } = await render(entry);', '<Content />'), filename: component },
    { name: 'one of two headings', code: astro("const H = wide ? 'h2' : 'h3';", '<H>a</H>'), filename: component },
    {
      name: 'plain elements and fragments',
      code: '<Fragment slot="aside"><p class={data}>{data}</p></Fragment>',
      filename: component,
    },
    { name: 'written slot names', code: '<slot name="aside" /><p slot={"aside"}>a</p>', filename: component },
    { name: 'left-over attributes in ui', code: astro(rest, '<input {...rest} />'), filename: ui },
    {
      name: 'what is left of those',
      code: astro(`${rest} const { id, ...more } = rest;`, '<input {...more} />'),
      filename: ui,
    },
    {
      name: 'keys that are written out',
      code: astro('const a = b ? { role: c } : {};', '<p {...a} />'),
      filename: component,
    },
  ],
  invalid: [
    {
      name: 'an element named by a property',
      code: astro('const { as: Tag } = Astro.props;', '<Tag>a</Tag>'),
      filename: component,
      errors: element,
    },
    {
      name: 'an element put together',
      code: astro('const H = `h${level}`;', '<H>a</H>'),
      filename: component,
      errors: element,
    },
    { name: 'an element looked up', code: '<Astro.props.as />', filename: component, errors: element },
    { name: 'an element out of a list', code: '{rows.map((Row) => <Row />)}', filename: component, errors: element },
    {
      name: 'a variable that changes',
      code: astro("let H = wide ? 'h2' : 'h3';", '<H>a</H>'),
      filename: component,
      errors: element,
    },
    { name: 'a computed slot', code: '<slot name={name} />', filename: component, errors: slot },
    { name: 'a slot by shorthand', code: '<slot {name} />', filename: component, errors: slot },
    { name: 'a slot out of a template', code: '<p slot=`a${name}`>a</p>', filename: component, errors: slot },
    {
      name: 'a slot rendered by a variable name',
      code: astro('await Astro.slots.render(name);', ''),
      filename: component,
      errors: slot,
    },
    { name: 'a record spread onto an element', code: '<p {...record} />', filename: component, errors: spread },
    { name: 'all properties spread, in ui too', code: '<p {...Astro.props} />', filename: ui, errors: spread },
    {
      name: 'left-over attributes elsewhere',
      code: astro(rest, '<p {...rest} />'),
      filename: component,
      errors: spread,
    },
    { name: 'keys that are worked out', code: '<p {...{ [key]: 1 }} />', filename: component, errors: spread },
  ],
});

onTypeScript.run('in an island, names of elements and attributes are written out', noDataAsElementOrSlotName, {
  valid: [
    {
      name: 'a function of the same file',
      code: 'const Row = () => <li />; const List = () => <Row />;',
      filename: island,
    },
    {
      name: 'a component of the framework',
      code: "import { For } from 'solid-js'; const a = <For each={b}>{c}</For>;",
      filename: island,
    },
  ],
  invalid: [
    {
      name: 'a component handed in',
      code: 'export function Row(props) { return <props.icon />; }',
      filename: island,
      errors: element,
    },
    {
      name: 'properties spread onto an element',
      code: 'export function Row(props) { return <p {...props} />; }',
      filename: island,
      errors: spread,
    },
  ],
});
