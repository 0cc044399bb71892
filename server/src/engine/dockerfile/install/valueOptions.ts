/** pnpm.io/pnpm-cli: options that take the next word. */
export const pnpmValues: readonly string[] = '-C --dir -F --filter --store-dir --reporter --registry --loglevel'.split(
  ' ',
);

/** bun.sh/docs/cli/install. */
export const bunValues: readonly string[] = ['--cwd', '--omit'];

/** docs.astral.sh/uv/reference/cli, uv sync. */
export const uvValues: readonly string[] = (
  '--group --extra --python -p --package --no-group --only-group --no-extra --index --directory --project --cache-dir ' +
  '--no-install-package --link-mode --python-platform --index-url -i --extra-index-url --default-index ' +
  '--refresh-package --upgrade-package -P'
).split(' ');

/** pipenv.pypa.io, pipenv install. */
export const pipenvValues: readonly string[] =
  '--python --pypi-mirror --extra-pip-args --categories -r --requirements -e --editable'.split(' ');
