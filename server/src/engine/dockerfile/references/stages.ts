import { groupBy } from '../../groups.js';
import { memoised } from '../../memo.js';
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
  const group = groupOf(doc, here.stage);
  const definition = here.stage.alias?.span;
  return group === undefined || definition === undefined ? undefined : { ...group, here, definition };
}

/** Every place that names a stage, and why a rename of it is not clear; undefined for one without a name. Never throws. */
export function groupOf(doc: DockerfileDocument, stage: Stage): NameGroup | undefined {
  const name = stage.alias?.value;
  if (name === undefined) return undefined;
  const own = placesByStage(doc).get(stage) ?? [];
  const unclear = repeatedNames(doc).has(stage.name)
    ? `Two stages are called ${name}.`
    : own.some(({ plain }) => !plain)
      ? `A variable names ${name} as well.`
      : undefined;
  return { kind: 'stage', name, places: own.filter(({ plain }) => plain), unclear };
}

/** Names that are taken: a rename to one of them would change what other places mean. Lower case. */
export const takenStageNames = memoised((doc: DockerfileDocument): ReadonlySet<string> => {
  const names = doc.stages.flatMap(({ name, image }) => [name, image?.value.toLowerCase()]);
  const links = linksOf(doc).map(({ text }) => text.toLowerCase());
  return new Set([...names, ...links].filter((name) => name !== undefined));
});

const repeatedNames = memoised((doc: DockerfileDocument): ReadonlySet<string | undefined> => {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of doc.stages) {
    if (name === undefined) continue;
    if (seen.has(name)) repeated.add(name);
    seen.add(name);
  }
  return repeated;
});

const placesByStage = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, readonly StagePlace[]> =>
  groupBy(placesOf(doc), ({ stage }) => stage),
);

const placesOf = memoised((doc: DockerfileDocument): readonly StagePlace[] => {
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
});

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
