import { textOf } from '../forms/defaults.js';
import { itemsOf } from '../forms/pieces.js';
import { readPorts } from '../forms/ports.js';
import { readVolumes } from '../forms/volumes.js';
import type { MapNode } from '../tree/types.js';

/**
 * Whether a service can only run once for other reasons than its name: a port of the host, a network of another
 * container, a device, a volume with data, or because another file says more of it.
 */
export function staysAlone(service: MapNode): boolean {
  const mode = textOf(service.get('network_mode'));
  return (
    (mode !== undefined && mode.value !== 'bridge') ||
    readPorts(service.get('ports')).mappings.some(({ published }) => published !== undefined) ||
    readVolumes(service.get('volumes')).mounts.some(({ type, readOnly }) => type !== 'tmpfs' && readOnly !== true) ||
    ['devices', 'mac_address', 'hostname', 'extends'].some((key) => itemsOf(service.get(key)).length > 0)
  );
}
