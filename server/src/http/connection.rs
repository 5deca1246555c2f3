//! The stream of one connection, as the HTTP library uses it.
//!
//! It ends when an answer is taken too slowly, and it adds our headers to what the library answers by itself: a head
//! that cannot be read is refused with 400, 414 or 431 before any service of ours is asked, and the library offers no
//! place to say how. Such a refusal is one write, without a body, and it is the only answer without our headers.

use super::pace::{Floor, Pace};
use axum::body::Bytes;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

pub struct Connection<S> {
    stream: S,
    pace: Pace,
    /// Our headers as they are in an answer.
    headers: Bytes,
    /// A refusal with them, as far as it has not been written.
    refusal: Bytes,
}

impl<S> Connection<S> {
    pub fn new(stream: S, floor: Floor, headers: Bytes) -> Self {
        Self {
            stream,
            pace: Pace::new(floor),
            headers,
            refusal: Bytes::new(),
        }
    }
}

impl<S: AsyncWrite + Unpin> Connection<S> {
    fn poll_paced(&mut self, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match Pin::new(&mut self.stream).poll_write(cx, bytes) {
            Poll::Ready(written) => {
                self.pace.moved(*written.as_ref().unwrap_or(&0));
                Poll::Ready(written)
            }
            Poll::Pending => self
                .pace
                .poll_too_slow(cx)
                .map(|()| Err(io::ErrorKind::TimedOut.into())),
        }
    }

    fn poll_refusal(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.refusal.is_empty() {
            let refusal = self.refusal.clone();
            let written = ready!(self.poll_paced(cx, &refusal))?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.refusal = refusal.slice(written..);
        }
        Poll::Ready(Ok(()))
    }
}

/// The end of the status line of a refusal that is the library's own.
fn status_line(answer: &[u8]) -> Option<usize> {
    let holds = |part: &[u8]| answer.windows(part.len()).any(|window| window == part);
    let refusal = answer.starts_with(b"HTTP/1.") && answer.get(9) == Some(&b'4');
    let whole = answer.len() < 512 && answer.ends_with(b"\r\n\r\n");
    if !refusal || !whole || holds(b"x-content-type-options") {
        return None;
    }
    answer.windows(2).position(|end| end == b"\r\n")
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Connection<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        ready!(self.poll_refusal(cx))?;
        let Some(end) = status_line(bytes) else {
            return self.poll_paced(cx, bytes);
        };
        let (status, rest) = bytes.split_at(end + 2);
        self.refusal = [status, self.headers.as_ref(), rest].concat().into();
        // The rest of it leaves with the flush.
        match self.poll_refusal(cx) {
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            _ => Poll::Ready(Ok(bytes.len())),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_refusal(cx))?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_refusal(cx))?;
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Connection<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}
