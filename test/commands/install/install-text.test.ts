import { devOverrides, mirrorSettings } from "../../../src/commands/install/install-text";

test.each([
  ["C:\\Tools\\dist", '"C:\\\\Tools\\\\dist"'],
  ['/a "quoted" folder', '"/a \\"quoted\\" folder"'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a path with these characters in it
  ["/with/${name}", '"/with/$${name}"'],
  ["/with/%{if}", '"/with/%%{if}"'],
])("the folder %s is written so that the settings' language reads it back", (folder, written) => {
  expect(devOverrides(folder)).toContain(`= ${written}`);
  expect(mirrorSettings(folder).join("\n")).toContain(`path    = ${written}`);
});
