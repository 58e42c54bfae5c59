// The smallest thing that React can do: what a portal in React would weigh before its first feature.
import { createRoot } from "react-dom/client";

createRoot(document.body).render(<h1>Hello</h1>);
