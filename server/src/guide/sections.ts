// Written by `npm run generate`; do not edit.
/** A file of the guide, or `<file>#<heading>`. */
export type GuideSection =
  | 'application-health-check'
  | 'application-health-check#the-problem'
  | 'application-health-check#the-better-way'
  | 'application-health-check#which-command'
  | 'application-health-check#the-endpoint'
  | 'application-health-check#what-docker-does-with-it'
  | 'application-health-check#when-not-to'
  | 'application-health-check#official-documentation'
  | 'bind-mounts'
  | 'bind-mounts#official-documentation'
  | 'bridge-network'
  | 'bridge-network#official-documentation'
  | 'build-cache'
  | 'build-cache#the-problem'
  | 'build-cache#cache-mounts'
  | 'build-cache#apt'
  | 'build-cache#bind-mounts'
  | 'build-cache#sharing-the-cache-in-ci'
  | 'build-cache#when-not-to'
  | 'build-cache#official-documentation'
  | 'capabilities'
  | 'capabilities#official-documentation'
  | 'compose-development'
  | 'compose-development#official-documentation'
  | 'compose-production'
  | 'compose-production#official-documentation'
  | 'compose-reference'
  | 'compose-reference#official-documentation'
  | 'dockerfile-reference'
  | 'dockerfile-reference#instructions'
  | 'dockerfile-reference#flags'
  | 'dockerfile-reference#exec-form-and-shell-form'
  | 'dockerfile-reference#parser-directives'
  | 'dockerfile-reference#when-not-to'
  | 'dockerfile-reference#official-documentation'
  | 'dockerignore'
  | 'dockerignore#the-problem'
  | 'dockerignore#the-better-way'
  | 'dockerignore#rules-of-the-file'
  | 'dockerignore#one-file-for-each-dockerfile'
  | 'dockerignore#the-strict-way'
  | 'dockerignore#when-not-to'
  | 'dockerignore#official-documentation'
  | 'external-network'
  | 'external-network#official-documentation'
  | 'layer-optimization'
  | 'layer-optimization#the-problem'
  | 'layer-optimization#copying-what-the-install-needs-first'
  | 'layer-optimization#one-layer-for-things-that-belong-together'
  | 'layer-optimization#when-not-to'
  | 'layer-optimization#official-documentation'
  | 'multi-stage-builds'
  | 'multi-stage-builds#the-problem'
  | 'multi-stage-builds#the-better-way'
  | 'multi-stage-builds#why-it-works'
  | 'multi-stage-builds#naming-stages'
  | 'multi-stage-builds#sharing-a-base'
  | 'multi-stage-builds#when-not-to'
  | 'multi-stage-builds#official-documentation'
  | 'named-volumes'
  | 'named-volumes#official-documentation'
  | 'network-aliases'
  | 'network-aliases#official-documentation'
  | 'node-application'
  | 'node-application#the-problem'
  | 'node-application#the-better-way'
  | 'node-application#installing'
  | 'node-application#which-version'
  | 'node-application#starting-and-stopping'
  | 'node-application#nextjs-and-other-bundlers'
  | 'node-application#when-not-to'
  | 'node-application#official-documentation'
  | 'override-files'
  | 'override-files#official-documentation'
  | 'python-application'
  | 'python-application#the-problem'
  | 'python-application#the-better-way'
  | 'python-application#the-cache-of-pip'
  | 'python-application#exact-versions'
  | 'python-application#which-version'
  | 'python-application#when-not-to'
  | 'python-application#official-documentation'
  | 'read-only-filesystem'
  | 'read-only-filesystem#official-documentation'
  | 'reducing-image-size'
  | 'reducing-image-size#the-problem'
  | 'reducing-image-size#the-better-way'
  | 'reducing-image-size#choosing-a-base'
  | 'reducing-image-size#packages-from-apt'
  | 'reducing-image-size#packages-from-apk'
  | 'reducing-image-size#packages-from-dnf-and-microdnf'
  | 'reducing-image-size#leave-out-what-you-do-not-need'
  | 'reducing-image-size#when-not-to'
  | 'reducing-image-size#official-documentation'
  | 'run-as-non-root'
  | 'run-as-non-root#the-problem'
  | 'run-as-non-root#using-the-user-the-image-brings'
  | 'run-as-non-root#adding-a-user'
  | 'run-as-non-root#files-the-process-writes'
  | 'run-as-non-root#ports-below-1024'
  | 'run-as-non-root#when-not-to'
  | 'run-as-non-root#official-documentation'
  | 'security-hardening'
  | 'security-hardening#the-problem'
  | 'security-hardening#the-better-way'
  | 'security-hardening#pinning-the-base-image'
  | 'security-hardening#build-secrets'
  | 'security-hardening#fewer-programs-fewer-holes'
  | 'security-hardening#run-as-an-ordinary-user'
  | 'security-hardening#when-not-to'
  | 'security-hardening#official-documentation'
  | 'tmpfs'
  | 'tmpfs#official-documentation'
  | 'view-logs'
  | 'view-logs#official-documentation';

/** Title and first paragraph of each section; `link` is an official page for editors that cannot open the guide. */
export const guideSections: Readonly<
  Record<GuideSection, { readonly title: string; readonly lead: string; readonly link: string }>
> = {
  'application-health-check': {
    title: 'Application health check',
    lead: 'Tell Docker how to find out whether the program still answers, not only whether its process exists.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#the-problem': {
    title: 'The problem',
    lead: 'A process can hang: out of database connections, in a deadlock, in an endless loop. Docker sees a running container and changes nothing.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#the-better-way': {
    title: 'The better way',
    lead: 'Docker runs the command inside the container. Exit code 0 means healthy, 1 means not. After as many failures in a row as `--retries` says, the container is *unhealthy*.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#which-command': {
    title: 'Which command',
    lead: 'Use what the image has. Slim and distroless images have no curl; Alpine has BusyBox wget.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#the-endpoint': {
    title: 'The endpoint',
    lead: 'Answer 200 when the program can do its work, 503 when it cannot. Keep it quick and free of side effects, since it is called all day.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#what-docker-does-with-it': {
    title: 'What Docker does with it',
    lead: 'Docker shows the state and Compose can wait for it (`depends_on` with `condition: service_healthy`). Swarm replaces unhealthy containers; plain Docker does not restart them.',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#when-not-to': {
    title: 'When not to',
    lead: '',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'application-health-check#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  },
  'bind-mounts': {
    title: 'Bind mounts',
    lead: 'A folder of the host inside a container: right for source code while developing, risky for most else.',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bind-mounts#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/engine/storage/bind-mounts/',
  },
  'bridge-network': {
    title: 'Bridge networks',
    lead: 'Services of a project reach each other by name; only what is published can be reached from outside.',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'bridge-network#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/compose/how-tos/networking/',
  },
  'build-cache': {
    title: 'Build cache',
    lead: 'Let BuildKit keep downloads between builds in cache mounts, and share the layer cache with other machines.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#the-problem': {
    title: 'The problem',
    lead: 'When a lock file changes, the install layer is built from nothing: a single new package downloads all the others again.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#cache-mounts': {
    title: 'Cache mounts',
    lead: 'A cache mount is a folder that outlives the build and never becomes part of the image. Point it at the folder where the tool keeps its downloads.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#apt': {
    title: 'apt',
    lead: 'apt wants its folders for itself, so lock the mounts: a second build then waits instead of failing. Debian\'s image deletes packages right after the install; switch that off first. Do not remove the lists at the end, they are not in the image.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#bind-mounts': {
    title: 'Bind mounts',
    lead: 'A file that is needed for one command only need not be copied.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#sharing-the-cache-in-ci': {
    title: 'Sharing the cache in CI',
    lead: 'A fresh machine has no cache. Store it in a registry or in the cache of the CI service.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#when-not-to': {
    title: 'When not to',
    lead: '',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'build-cache#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'capabilities': {
    title: 'Capabilities',
    lead: 'Take all the special rights of root from a container and give back the few that it needs.',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'capabilities#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities',
  },
  'compose-development': {
    title: 'Compose for development',
    lead: 'Start the whole project with one command, see changes at once, and keep what belongs to one machine out of the file.',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-development#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/compose/how-tos/file-watch/',
  },
  'compose-production': {
    title: 'Compose in production',
    lead: 'What a service needs where nobody watches it: a fixed image, a restart policy, limits, and logs that do not fill the disk.',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-production#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/compose/how-tos/production/',
  },
  'compose-reference': {
    title: 'Compose file reference',
    lead: 'The parts of a Compose file, what Compose accepts in them, and what it ignores.',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'compose-reference#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/compose-file/',
  },
  'dockerfile-reference': {
    title: 'Dockerfile reference',
    lead: 'The instructions and flags that Docker knows, and the two ways to write a command.',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#instructions': {
    title: 'Instructions',
    lead: '`MAINTAINER` still works but is out of date: use a `LABEL`. An instruction that Docker does not know stops the build before its first step.',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#flags': {
    title: 'Flags',
    lead: 'Flags stand between the instruction and its arguments, start with `--` and take their value after `=`. A flag that does not exist stops the build.',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#exec-form-and-shell-form': {
    title: 'Exec form and shell form',
    lead: 'A command can be plain text or a JSON array.',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#parser-directives': {
    title: 'Parser directives',
    lead: 'Comments of the form `# name=value` on the very first lines steer the parser: `# syntax=docker/dockerfile:1` selects the newest stable syntax, `` # escape=` `` changes the continuation character (for Windows paths), `# check=error=true` makes build checks fail the build. After any other line they are plain comments.',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#when-not-to': {
    title: 'When not to',
    lead: 'The shell form is right for `RUN`, where a shell is what you want. For `CMD` and `ENTRYPOINT` it is a choice only where the shell does something for you.',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerfile-reference#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/dockerfile/',
  },
  'dockerignore': {
    title: '.dockerignore',
    lead: 'List what the build does not need, so that it is neither sent to the builder nor copied into the image by accident.',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#the-problem': {
    title: 'The problem',
    lead: '`COPY . .` copies what is in the folder: the Git history, `node_modules` built for another system, a `.env` with passwords, yesterday\'s logs. Each of them makes the image larger, spoils the cache when it changes, or leaks.',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#the-better-way': {
    title: 'The better way',
    lead: 'Put a file called `.dockerignore` in the root of the build context.',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#rules-of-the-file': {
    title: 'Rules of the file',
    lead: '',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#one-file-for-each-dockerfile': {
    title: 'One file for each Dockerfile',
    lead: '`api.Dockerfile.dockerignore` next to `api.Dockerfile` is used instead of the common file when you build that Dockerfile.',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#the-strict-way': {
    title: 'The strict way',
    lead: 'Exclude everything and let in what the build needs. Nothing slips in unnoticed.',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#when-not-to': {
    title: 'When not to',
    lead: 'A context that holds nothing but the Dockerfile and the files it copies needs no list.',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'dockerignore#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  },
  'external-network': {
    title: 'External networks',
    lead: 'Join a network that another project made.',
    link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  },
  'external-network#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  },
  'layer-optimization': {
    title: 'Layer optimization',
    lead: 'Put what changes rarely above what changes often, so that a small edit repeats only the last steps of the build.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#the-problem': {
    title: 'The problem',
    lead: 'Every instruction makes a layer, and Docker reuses a layer only if the instruction, its input files and every layer above are unchanged. With the whole project copied first, one changed comment makes Docker install all packages again.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#copying-what-the-install-needs-first': {
    title: 'Copying what the install needs first',
    lead: 'An install reads few files: the manifest and the lock file. Copy those, install, and copy the rest afterwards. The install then runs again only when the dependencies change.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#one-layer-for-things-that-belong-together': {
    title: 'One layer for things that belong together',
    lead: 'A file deleted in a later layer is still stored in the earlier one. Clean up in the instruction that made the mess, and keep `apt-get update` with its `install`: apart, the update comes from the cache and the install asks for packages that are gone.',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#when-not-to': {
    title: 'When not to',
    lead: '',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'layer-optimization#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/cache/optimize/',
  },
  'multi-stage-builds': {
    title: 'Multi-stage builds',
    lead: 'Build in one stage and ship from another, so that compilers, caches and sources stay out of the image people run.',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#the-problem': {
    title: 'The problem',
    lead: 'One stage does everything here. The compiler, the package cache and the whole source tree travel with the program to every machine that pulls the image, and whoever breaks into the container finds a tool box.',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#the-better-way': {
    title: 'The better way',
    lead: 'The first stage builds. The last stage starts from a small image and takes over nothing but the result.',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#why-it-works': {
    title: 'Why it works',
    lead: '',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#naming-stages': {
    title: 'Naming stages',
    lead: 'Give each stage a name that says what it is for and refer to it by that name. A number such as `--from=0` points to something else as soon as somebody adds a stage above.',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#sharing-a-base': {
    title: 'Sharing a base',
    lead: 'When several stages need the same start, make that start a stage of its own.',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#when-not-to': {
    title: 'When not to',
    lead: 'A script that needs no build step, or an image used only to run tests, gains little. One stage is easier to read there.',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'multi-stage-builds#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/building/multi-stage/',
  },
  'named-volumes': {
    title: 'Named volumes',
    lead: 'Data that outlives its container, kept by Docker under a name.',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'named-volumes#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/engine/storage/volumes/',
  },
  'network-aliases': {
    title: 'Network aliases',
    lead: 'Give a service further names on a network.',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'network-aliases#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/compose-file/services/#aliases',
  },
  'node-application': {
    title: 'Node.js application',
    lead: 'Install exactly the locked packages, leave the development ones out and start Node itself as an ordinary user.',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#the-problem': {
    title: 'The problem',
    lead: 'Any Node may turn up. `npm install` may change the lock file and brings development packages. npm stands between Docker and your program and answers signals badly. And all of it runs as root.',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#installing': {
    title: 'Installing',
    lead: '',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#which-version': {
    title: 'Which version',
    lead: 'Node 24 and 22 get fixes in autumn 2026; Node 20 has had none since 30 April 2026. Even numbers are the ones with long support.',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#starting-and-stopping': {
    title: 'Starting and stopping',
    lead: 'Start `node`, not `npm start`. As the first process Node gets the stop signal, but does nothing about it unless you ask.',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#nextjs-and-other-bundlers': {
    title: 'Next.js and other bundlers',
    lead: 'Set `output: \'standalone\'` in Next.js and copy `.next/standalone`, `.next/static` and `public`: the traced modules are all the last stage needs.',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#when-not-to': {
    title: 'When not to',
    lead: 'For development, bind-mount the sources and run the dev server. Copying into an image is for shipping.',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'node-application#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/guides/nodejs/',
  },
  'override-files': {
    title: 'Override files',
    lead: 'Keep what is the same everywhere in one file and lay the differences over it.',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'override-files#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  },
  'python-application': {
    title: 'Python application',
    lead: 'Install into a virtual environment in one stage and copy it to a slim one, without the cache of pip and without root.',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#the-problem': {
    title: 'The problem',
    lead: 'The version is open, every source change installs again, pip keeps its downloads in the layer, and the program runs as root below a shell.',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#the-better-way': {
    title: 'The better way',
    lead: 'The compiler stays in the first stage. The second installs only the library that the driver needs while running. Both stages use the same image, so that the paths in the environment stay right.',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#the-cache-of-pip': {
    title: 'The cache of pip',
    lead: 'pip keeps every downloaded wheel in `/root/.cache/pip`. In an image nobody reads it again. Leave it out:',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#exact-versions': {
    title: 'Exact versions',
    lead: '`requirements.txt` with `flask` alone means another Flask every month. Write exact versions with `pip-compile` or `pip freeze`, or use a tool with a lock file:',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#which-version': {
    title: 'Which version',
    lead: 'Python 3.14 and 3.13 get bug fixes or security fixes for years; 3.10 has had none since October 2026. Slim images stand on Debian 13, and most wheels run there without a compiler. On Alpine some have to be built.',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#when-not-to': {
    title: 'When not to',
    lead: 'A virtual environment inside a single stage adds little. For notebooks and data science, an image that brings the libraries may be the shorter way.',
    link: 'https://docs.docker.com/guides/python/',
  },
  'python-application#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/guides/python/',
  },
  'read-only-filesystem': {
    title: 'Read-only file system',
    lead: 'Let a container write only where it has to.',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'read-only-filesystem#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/compose-file/services/#read_only',
  },
  'reducing-image-size': {
    title: 'Reducing image size',
    lead: 'Start small, install only what you name and clean up in the same layer, so that images pull fast and carry less risk.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#the-problem': {
    title: 'The problem',
    lead: 'The base holds compilers nobody needs at run time, apt brings recommended packages along, and the removed lists are still stored in the layer above.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#choosing-a-base': {
    title: 'Choosing a base',
    lead: 'Compressed, as pulled on amd64, autumn 2026:',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#packages-from-apt': {
    title: 'Packages from apt',
    lead: 'Debian and Ubuntu install *recommended* packages unless told not to. `--no-install-recommends` leaves them out. If something is missing then, name it.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#packages-from-apk': {
    title: 'Packages from apk',
    lead: '`apk add` keeps its index in the layer unless you say `--no-cache`. A separate `apk update` is not needed then.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#packages-from-dnf-and-microdnf': {
    title: 'Packages from dnf and microdnf',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#leave-out-what-you-do-not-need': {
    title: 'Leave out what you do not need',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#when-not-to': {
    title: 'When not to',
    lead: 'A small image that nobody can debug, or that breaks on musl, saves little. Images built once and thrown away (CI) need no diet.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'reducing-image-size#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'run-as-non-root': {
    title: 'Run as non-root',
    lead: 'Select an ordinary user before the program starts, so that a break-in does not begin with the rights of root.',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#the-problem': {
    title: 'The problem',
    lead: 'Without `USER` the program runs as root, with user id 0, as on the host. A hole in the program, a careless mount or a weakness of the kernel then costs far more than it has to. Many platforms refuse such images.',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#using-the-user-the-image-brings': {
    title: 'Using the user the image brings',
    lead: 'Look first whether the image has a user already. Then one line is enough.',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#adding-a-user': {
    title: 'Adding a user',
    lead: 'Debian, Ubuntu, Red Hat, Fedora and SUSE have `groupadd` and `useradd`. Fixed numbers make file permissions the same on every machine; numbers above 10000 seldom belong to anybody on the host.',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#files-the-process-writes': {
    title: 'Files the process writes',
    lead: 'Copied files belong to root, and that is good: a program that cannot change its own code is harder to take over. Give it only the folders it writes to.',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#ports-below-1024': {
    title: 'Ports below 1024',
    lead: 'Listen on 8080 instead of 80 and map the port when you start the container. Docker lets ordinary users open low ports, other platforms may not.',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#when-not-to': {
    title: 'When not to',
    lead: '',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'run-as-non-root#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/reference/dockerfile/#user',
  },
  'security-hardening': {
    title: 'Security hardening',
    lead: 'Ship little, pin what you build on, keep secrets out and give the process no more rights than it needs.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#the-problem': {
    title: 'The problem',
    lead: 'This image changes from day to day without anybody touching the file, carries a password that every reader of the image can see, and runs as root.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#the-better-way': {
    title: 'The better way',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#pinning-the-base-image': {
    title: 'Pinning the base image',
    lead: 'A tag that is missing means `latest`, and `latest` means whatever was pushed last. The build of tomorrow may be another Node, another Debian, or broken. Name at least the version that your code was tested with.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#build-secrets': {
    title: 'Build secrets',
    lead: 'Values of `ARG` and `ENV` are written into the image and its history: `docker history` and `docker inspect` show them to everybody who can pull it. Deleting a copied key in a later layer does not help either, since the earlier layer keeps it.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#fewer-programs-fewer-holes': {
    title: 'Fewer programs, fewer holes',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#run-as-an-ordinary-user': {
    title: 'Run as an ordinary user',
    lead: 'See [Run as non-root](run-as-non-root.md). When starting the container, add what the platform offers: a read-only root file system, `--cap-drop=ALL`, `no-new-privileges`.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#when-not-to': {
    title: 'When not to',
    lead: 'Development images may use wide tags and more tools. Test fixtures with made-up passwords are no secret; say so in a comment.',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'security-hardening#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/build/building/best-practices/',
  },
  'tmpfs': {
    title: 'tmpfs mounts',
    lead: 'A folder in memory that is gone with the container.',
    link: 'https://docs.docker.com/engine/storage/tmpfs/',
  },
  'tmpfs#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/engine/storage/tmpfs/',
  },
  'view-logs': {
    title: 'View logs',
    lead: 'Read what containers wrote, follow it, and keep it from filling the disk.',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
  'view-logs#official-documentation': {
    title: 'Official documentation',
    lead: '',
    link: 'https://docs.docker.com/engine/logging/configure/',
  },
};
