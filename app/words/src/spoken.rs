//! Which language words are said in: that of the request that is being answered, or of the mail that is being written.
//! Outside of [`speaking`] and [`Speaking`] it is English, which staff, operators and developers read.

use domain::language::Language;
use std::cell::Cell;
use std::pin::Pin;
use std::task::{Context, Poll};

thread_local! {
    /// None where nobody has said in which language.
    static SPOKEN: Cell<Option<Language>> = const { Cell::new(None) };
}

/// The language that words are said in now.
pub fn language() -> Language {
    SPOKEN.get().unwrap_or_default()
}

/// Another language for what is left of the [`speaking`] or [`Speaking`] around the caller; nothing without one.
pub fn choose(language: Language) {
    if SPOKEN.get().is_some() {
        SPOKEN.set(Some(language));
    }
}

/// What `words` says in this language.
pub fn speaking<T>(language: Language, words: impl FnOnce() -> T) -> T {
    let _before = Before(SPOKEN.replace(Some(language)));
    words()
}

/// Sets the language of before, also after a panic.
struct Before(Option<Language>);

impl Drop for Before {
    fn drop(&mut self) {
        SPOKEN.set(self.0);
    }
}

/// A future that says its words in one language, on whichever thread it runs.
pub struct Speaking<F> {
    language: Language,
    inner: Pin<Box<F>>,
}

impl<F> Speaking<F> {
    pub fn new(language: Language, inner: F) -> Self {
        Self {
            language,
            inner: Box::pin(inner),
        }
    }
}

impl<F: Future> Future for Speaking<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.get_mut();
        let _before = Before(SPOKEN.replace(Some(this.language)));
        let polled = this.inner.as_mut().poll(context);
        // What was chosen within stays for the next poll.
        this.language = language();
        polled
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::catch_unwind;
    use std::pin::pin;
    use std::task::Waker;

    #[test]
    fn language_of_before_returns_after_words_and_after_a_panic() {
        assert_eq!(language(), Language::English);
        let inner = speaking(Language::Spanish, || {
            let inner = speaking(Language::Arabic, language);
            assert_eq!(language(), Language::Spanish);
            inner
        });
        assert_eq!(inner, Language::Arabic);
        let fell = catch_unwind(|| speaking(Language::Arabic, || panic!("on purpose")));
        assert!(fell.is_err());
        assert_eq!(language(), Language::English);
    }

    #[test]
    fn language_cannot_be_chosen_for_strangers() {
        choose(Language::Spanish);
        assert_eq!(language(), Language::English);
    }

    /// Ready at the second poll.
    struct Twice(u8);

    impl Future for Twice {
        type Output = Language;

        fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Language> {
            self.0 += 1;
            match self.0 {
                1 => {
                    choose(Language::Spanish);
                    Poll::Pending
                }
                _ => Poll::Ready(language()),
            }
        }
    }

    #[test]
    fn future_keeps_the_language_that_was_chosen_within() {
        let mut future = pin!(Speaking::new(Language::Arabic, Twice(0)));
        let mut context = Context::from_waker(Waker::noop());
        assert!(future.as_mut().poll(&mut context).is_pending());
        assert_eq!(language(), Language::English, "others speak their own");
        let ended = future.as_mut().poll(&mut context);
        assert_eq!(ended, Poll::Ready(Language::Spanish));
    }
}
