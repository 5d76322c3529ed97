// Checks an unpacked H5P package with the validator of @lumieducation/h5p-server.
const { createRequire } = require("module");
const load = createRequire(process.argv[2] + "/");
const { H5PConfig } = load("@lumieducation/h5p-server");
const { default: PackageValidator } = load(
  "@lumieducation/h5p-server/build/src/PackageValidator.js",
);
const validator = new PackageValidator(new H5PConfig(undefined));
validator
  .validateExtractedPackage(process.argv[3], true, false)
  .then(() => console.log("valid"))
  .catch((error) => {
    console.log(String(error.message));
    process.exit(1);
  });
