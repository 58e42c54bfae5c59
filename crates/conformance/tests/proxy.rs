//! The program and the proxy that the environment names.

use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    process::Command,
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

/// Answers every call with 404, and tells the first line of each. It ends with the test's process.
fn server() -> (SocketAddr, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (tell, told) = channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let line = stream.ok().and_then(answer);
            // Whoever listened has heard enough.
            if line.is_some_and(|line| tell.send(line).is_err()) {
                return;
            }
        }
    });
    (address, told)
}

fn answer(mut stream: TcpStream) -> Option<String> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let first = lines.next()?.ok()?;
    while !lines.next()?.ok()?.is_empty() {}
    stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").ok()?;
    Some(first)
}

/// The code that the program ends with.
fn walk(base_url: &str, proxy: SocketAddr) -> Option<i32> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_guichet-conformance"));
    program.args(["--base-url", base_url, "--cookie", "session=none", "--read-only"]);
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"] {
        program.env_remove(name).env_remove(name.to_lowercase());
    }
    program.env("HTTP_PROXY", format!("http://{proxy}"));
    program.output().unwrap().status.code()
}

#[test]
fn this_computer_is_called_without_a_proxy() {
    let (backend, called) = server();
    let (proxy, passed_on) = server();
    assert_eq!(walk(&format!("http://{backend}"), proxy), Some(1), "it answers, and keeps nothing");
    assert!(called.try_iter().any(|line| line.starts_with("GET /itsm/v1/capabilities ")));
    assert_eq!(passed_on.try_iter().next(), None);
}

#[test]
fn other_computers_are_called_through_it() {
    let (proxy, passed_on) = server();
    assert_eq!(walk("http://itsm.invalid", proxy), Some(2), "the proxy refuses, so nobody answers");
    let line = passed_on.recv_timeout(Duration::from_secs(5)).unwrap();
    assert!(line.contains("itsm.invalid"), "{line}");
}
