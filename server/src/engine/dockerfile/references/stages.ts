import type { Span } from '../../text/span.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import type { NameGroup, NameHere, Place } from './types.js';

interface StagePlace extends Place {
  readonly stage: Stage;
  readonly plain: boolean;
}

/** The stage that the text at a UTF-16 offset means, if it has a name. Never throws. */
export function stageAt(doc: DockerfileDocument, offset: number): NameHere | undefined {
  const places = placesOf(doc);
  const here = places.find(({ span, plain }) => plain && span.start <= offset && offset <= span.end);
  if (here === undefined) return undefined;
  const group = groupOf(doc, here.stage, places);
  const definition = here.stage.alias?.span;
  return group === undefined || definition === undefined ? undefined : { ...group, here, definition };
}

/** Names that are taken: a rename to one of them would change what other places mean. Lower case. */
export function takenStageNames(doc: DockerfileDocument): ReadonlySet<string> {
  const names = doc.stages.flatMap(({ name, image }) => [name, image?.value.toLowerCase()]);
  const links = linksOf(doc).map(({ text }) => text.toLowerCase());
  return new Set([...names, ...links].filter((name) => name !== undefined));
}

function groupOf(doc: DockerfileDocument, stage: Stage, places: readonly StagePlace[]): NameGroup | undefined {
  const own = places.filter((place) => place.stage === stage);
  const name = stage.alias?.value;
  if (name === undefined) return undefined;
  const twice = doc.stages.filter((other) => other.name === stage.name).length > 1;
  const unclear = twice
    ? `Two stages are called ${name}.`
    : own.some(({ plain }) => !plain)
      ? `A variable names ${name} as well.`
      : undefined;
  return { kind: 'stage', name, places: own.filter(({ plain }) => plain), unclear };
}

function placesOf(doc: DockerfileDocument): readonly StagePlace[] {
  const lastByName = new Map(doc.stages.map((stage) => [stage.name, stage]));
  const places: StagePlace[] = [];
  for (const stage of doc.stages) {
    const { alias, base, image } = stage;
    if (base.kind === 'stage' && image !== undefined) {
      const plain = image.variables.length === 0;
      places.push({ stage: base.stage, span: image.span, declares: false, byIndex: false, plain });
    }
    if (alias !== undefined) places.push({ stage, span: alias.span, declares: true, byIndex: false, plain: true });
  }
  for (const { span, text, copies } of linksOf(doc)) {
    const byIndex = copies && /^\d+$/.test(text);
    const stage = byIndex ? doc.stages[Number(text)] : lastByName.get(text.toLowerCase());
    if (stage !== undefined) places.push({ stage, span, declares: false, byIndex, plain: true });
  }
  return places.sort((a, b) => a.span.start - b.span.start);
}

/** What COPY --from and mounts name, those of triggers included. */
function linksOf(
  doc: DockerfileDocument,
): readonly { readonly span: Span; readonly text: string; readonly copies: boolean }[] {
  const copied = doc
    .byKeyword('COPY')
    .flatMap(({ flags }) =>
      flags.flatMap(({ name, value }) =>
        name === 'from' && value !== undefined ? [{ span: value.span, text: value.value, copies: true }] : [],
      ),
    );
  const mounted = doc
    .byKeyword('RUN')
    .flatMap(({ flags }) =>
      flags.flatMap((flag) =>
        (flag.name === 'mount' ? flag.options : []).flatMap(({ name, value, valueSpan }) =>
          name === 'from' && value !== undefined && valueSpan !== undefined
            ? [{ span: valueSpan, text: value, copies: false }]
            : [],
        ),
      ),
    );
  return [...copied, ...mounted];
}
