// What the program is made of, as a bill of materials in CycloneDX's JSON (ECMA-424). It is one short document
// without dependencies between its parts, so no library writes it.

const GLIBC = { name: "glibc", license: "LGPL-2.1-or-later" };

/**
 * @typedef {{ name: string, version: string, license: string | undefined }} Part
 */

/**
 * @param {string} version of the provider
 * @param {{ packages: readonly Part[], bun: string, glibc: string | undefined }} parts packages of npm in the bundle, and
 *   versions of the runtime and, where an archive carries it, of Debian's C library
 * @returns {object} the same for the same parts: it names no time and no serial number
 */
export function billOfMaterials(version, { packages, bun, glibc }) {
  const components = [
    ...packages.map(npmPart),
    component({ name: "bun", version: bun, license: "MIT" }, `pkg:github/oven-sh/bun@bun-v${bun}`),
    ...(glibc === undefined
      ? []
      : [component({ ...GLIBC, version: glibc }, `pkg:deb/debian/glibc@${encodeURIComponent(glibc)}`)]),
  ];
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": "provider",
        name: "terraform-provider-dialog360",
        version,
        licenses: [{ expression: "MPL-2.0" }],
      },
    },
    components,
    dependencies: [{ ref: "provider", dependsOn: components.map((part) => part["bom-ref"]) }],
  };
}

/** @param {Part} part */
function npmPart(part) {
  return component(part, `pkg:npm/${part.name.replace("@", "%40")}@${part.version}`);
}

/**
 * @param {Part} part
 * @param {string} purl
 */
function component({ name, version, license }, purl) {
  const licenses = license === undefined ? {} : { licenses: [{ expression: license }] };
  return { type: "library", "bom-ref": purl, name, version, ...licenses, purl };
}
