import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';

export default composeDifferences();
