// Several chunks in one file, `left` of which nobody has taken yet. What came to nothing is fetched again when one of them is
// asked for again, whatever was wrong with it; once all are taken nothing of the file is kept.
function makePack(url, left) {
    let bytes;
    return (from, length) => () => {
        const src = bytes ??= fetch(url).then((response) => {
            if (!response.ok) throw new Error(`${response.status}: ${url}`);
            return response.arrayBuffer();
        });
        const drop = () => {
            if (bytes === src) bytes = undefined;
        };
        src.catch(drop);
        return async (imports) => {
            try {
                const chunk = await WebAssembly.instantiate(new Uint8Array(await src, from, length), imports);
                left -= 1;
                if (left === 0) drop();
                return chunk;
            } catch (error) {
                drop();
                throw error;
            }
        };
    };
}
