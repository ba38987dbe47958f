// What Terraform starts on Linux.

/**
 * A script of the shell that every system with a shell has. The program lies in the folder "runtime" beside it;
 * src/commands knows it by that name too.
 * @param {{ folder: string, loader: string }} place
 */
export function launcher({ folder, loader }) {
  return `#!/bin/sh
# Starts the provider: by the system's C library where that is glibc, else (on Alpine, say) by the one in runtime.
# Settings of the user's own Bun are not meant for it.
unset BUN_OPTIONS BUN_BE_BUN
# The highest compiler tier costs more than it gives back before a plan or an apply ends.
export BUN_JSC_useFTLJIT=false
case $0 in */*) here=\${0%/*} ;; *) here=. ;; esac
if [ -e "/${folder}/libc.so.6" ] || [ -e /lib64/libc.so.6 ]; then
  exec "$here/runtime/provider" "$@"
fi
exec "$here/runtime/${loader}" --library-path "$here/runtime" "$here/runtime/provider" "$@"
`;
}
