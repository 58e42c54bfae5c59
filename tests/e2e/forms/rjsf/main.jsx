// The same form in React JSON Schema Form, as its documentation begins: conditions are applied at each key, and answers are
// validated when they are sent. Ours are judged at each key; that is not asked of the peer.
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { createRoot } from "react-dom/client";

const { schema, uiSchema } = await (await fetch("form.json")).json();
createRoot(document.querySelector("main")).render(<Form schema={schema} uiSchema={uiSchema} validator={validator} />);
