import type { ImageReference } from '../../engine/dockerfile/model/types.js';
import { knownImage } from '../../engine/images/known.js';
import { tableDate } from '../../engine/images/date.js';
import type { ImageFamily, KnownImage } from '../../engine/images/types.js';
import type { Span } from '../../engine/text/span.js';
import { listed } from '../../engine/wording.js';
import type { Card } from './card.js';
import { code } from './card.js';

const families: Readonly<Record<ImageFamily, string>> = {
  debian: 'Debian',
  ubuntu: 'Ubuntu',
  alpine: 'Alpine Linux',
  rhel: 'Red Hat Enterprise Linux or one of its kind',
  fedora: 'Fedora',
  suse: 'SUSE Linux',
  arch: 'Arch Linux',
  amazon: 'Amazon Linux',
  wolfi: 'Wolfi',
  distroless: 'no shell or package manager',
  busybox: 'BusyBox',
  scratch: 'an empty file system',
  windows: 'Windows',
};

const dockerHub = 'docker.io';

/** What an image is, how large, who it runs as and how long it gets fixes. */
export function imageCard(image: ImageReference, span: Span, known = knownImage(image)): Card {
  const isEmpty = image.familiar === 'scratch';
  const lines = known === undefined ? ['Not in the table of this extension.'] : isEmpty ? [] : factsOf(known);
  const isLatest = image.tag === undefined && image.digest === undefined && !isEmpty;
  return {
    span,
    title: `**Image** ${code(image.text, 90)}${known?.family === undefined ? '' : `: ${families[known.family]}`}`,
    lines: [...lines, ...(isLatest ? ['Without a tag it is `latest`.'] : [])],
    guide: 'reducing-image-size#choosing-a-base',
    link: pageOf(image),
  };
}

function factsOf(known: KnownImage): readonly string[] {
  const { sizeMb, smaller, endOfLife, ports } = known;
  const lines: string[] = [];
  const over = endOfLife !== undefined && endOfLife < tableDate;
  if (sizeMb !== undefined) {
    // Nobody should change to another image of a release that is over.
    const less = (over ? [] : smaller).map(({ reference, sizeMb: size }) => `${code(reference)} (${String(size)} MB)`);
    lines.push(`${String(sizeMb)} MB to download${less.length > 0 ? `; smaller: ${listed(less)}` : ''}.`);
  }
  lines.push(userOf(known));
  if (ports.length > 0) lines.push(`Listens on ${listed(ports.map(String))}.`);
  if (endOfLife !== undefined) {
    lines.push(over ? `**No more fixes since ${endOfLife}.**` : `Gets fixes until ${endOfLife}.`);
  }
  return [...lines, `As known on ${tableDate}.`];
}

function userOf({ defaultUser, userKnown, availableUser, dropsPrivileges }: KnownImage): string {
  if (!userKnown) return 'Its tag would tell which user it runs as.';
  if (defaultUser !== undefined) return `Runs as ${code(defaultUser)}.`;
  if (dropsPrivileges) return 'Starts as root and gives that up by itself.';
  const own = availableUser && `; it brings the user ${code(availableUser.name)} (${String(availableUser.uid)})`;
  return `Runs as root${own ?? ''}.`;
}

/** Where people read about an image. */
function pageOf({ registry, repository }: ImageReference): string {
  if (registry !== dockerHub) return 'https://docs.docker.com/reference/dockerfile/#from';
  const [, official] = /^library\/(.+)$/.exec(repository) ?? [];
  return official === 'scratch'
    ? 'https://docs.docker.com/build/building/base-images/#create-a-minimal-base-image-using-scratch'
    : `https://hub.docker.com/${official === undefined ? `r/${repository}` : `_/${official}`}`;
}
