// Runs a script for Google Forms against a stand-in that knows only the methods of the real one.
const fs = require("fs");
const vm = require("vm");
const made = [];
const strict = (name, target) =>
  new Proxy(target, {
    get: (object, key) => {
      if (!(key in object)) throw new Error(`${name} has no ${String(key)}`);
      return object[key];
    },
  });
const text = (value, most, what) => {
  if (typeof value !== "string") throw new Error(`${what} is no text`);
  return value;
};
const setters = (name, record, names) => {
  const object = {};
  for (const key of names)
    object[`set${key}`] = (value) => {
      record[key] = value;
      return proxy;
    };
  const proxy = strict(name, object);
  return { object, proxy };
};
const item = (kind) => {
  const record = { kind };
  made.push(record);
  const names = ["Title", "HelpText", "Points"];
  const mine =
    kind === "TextItem"
      ? [...names, "GeneralFeedback"]
      : [...names, "FeedbackForCorrect", "FeedbackForIncorrect"];
  const { object, proxy } = setters(kind, record, mine);
  if (kind === "MultipleChoiceItem") {
    object.createChoice = (value, right) => {
      if (typeof right !== "boolean") throw new Error("a choice of a quiz is right or wrong");
      return { text: text(value), right };
    };
    object.setChoices = (choices) => {
      if (new Set(choices.map((one) => one.text)).size !== choices.length)
        throw new Error("two choices are the same");
      record.Choices = choices;
      return proxy;
    };
  }
  return proxy;
};
const form = { record: {} };
const FormApp = strict("FormApp", {
  create: (title) => {
    form.record.title = text(title);
    const { object, proxy } = setters("Form", form.record, ["IsQuiz", "CollectEmail", "Description"]);
    object.addMultipleChoiceItem = () => item("MultipleChoiceItem");
    object.addTextItem = () => item("TextItem");
    object.getEditUrl = () => "url";
    return proxy;
  },
  createFeedback: () => {
    const record = { links: [] };
    const builder = strict("FeedbackBuilder", {
      setText: (value) => {
        record.text = text(value);
        return builder;
      },
      addLink: (url) => {
        record.links.push(text(url));
        return builder;
      },
      build: () => record,
    });
    return builder;
  },
});
const context = vm.createContext({ FormApp, Logger: { log: () => {} } });
vm.runInContext(fs.readFileSync(process.argv[3], "utf8") + "\nmakeQuiz();", context);
console.log(JSON.stringify({ form: form.record, items: made }));
