import { applications } from './seed/applications.js';
import { automation } from './seed/automation.js';
import { compose } from './seed/compose.js';
import { debugging } from './seed/debugging.js';
import { dockerfile } from './seed/dockerfile.js';
import { healthChecks } from './seed/healthChecks.js';
import { imageSize } from './seed/imageSize.js';
import { networking } from './seed/networking.js';
import { resources } from './seed/resources.js';
import { security } from './seed/security.js';
import { volumes } from './seed/volumes.js';
import type { SeedPart } from './seed/types.js';

/** The headings and code blocks of the document that the guide came from, in its order. */
export const seed: readonly SeedPart[] = [
  dockerfile,
  applications,
  compose,
  healthChecks,
  imageSize,
  networking,
  volumes,
  security,
  automation,
  debugging,
  resources,
];
