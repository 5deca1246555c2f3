//! What a new clinic still has to do, as its managers see it at the desk until all of it is done or hidden.

crate::named! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Task {
        Logo = "logo",
        Privacy = "privacy",
        Colleague = "colleague",
        TestLetter = "test-letter",
    }
}

/// The tasks that are not hidden, each with whether it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist(Vec<(Task, bool)>);

impl Checklist {
    /// `hidden` are names of tasks with a blank in between; a name that this version does not know hides nothing.
    pub fn of(done: impl Fn(Task) -> bool, hidden: &str) -> Self {
        let is_hidden = |task: Task| hidden.split(' ').any(|name| name == task.name());
        let left = Task::ALL.into_iter().filter(|task| !is_hidden(*task));
        let tasks: Vec<_> = left.map(|task| (task, done(task))).collect();
        let over = tasks.iter().all(|(_, done)| *done);
        Self(if over { Vec::new() } else { tasks })
    }

    /// Empty once nothing is left to do.
    pub fn tasks(&self) -> &[(Task, bool)] {
        &self.0
    }
}

/// The hidden tasks with one more, which may be among them already.
pub fn also_hidden(hidden: &str, task: Task) -> String {
    let earlier = hidden
        .split_whitespace()
        .filter(|name| *name != task.name());
    let names: Vec<&str> = earlier.chain([task.name()]).collect();
    names.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_stays_in_the_list_with_its_tick_until_all_are_done() {
        let list = Checklist::of(|task| task == Task::Logo, "");
        let wanted = [
            (Task::Logo, true),
            (Task::Privacy, false),
            (Task::Colleague, false),
            (Task::TestLetter, false),
        ];
        assert_eq!(list.tasks(), wanted);
        assert_eq!(Checklist::of(|_| true, "").tasks(), []);
    }

    #[test]
    fn a_hidden_task_is_gone_and_the_list_ends_with_the_last_one() {
        let hidden = also_hidden(&also_hidden("", Task::Privacy), Task::Privacy);
        assert_eq!(hidden, "privacy");
        let list = Checklist::of(|_| false, &hidden);
        assert_eq!(list.tasks().len(), 3);
        assert!(list.tasks().iter().all(|(task, _)| *task != Task::Privacy));
        let rest = Checklist::of(|task| task != Task::Privacy, &hidden);
        assert_eq!(rest.tasks(), []);
        assert_eq!(Checklist::of(|_| false, "a-later-one").tasks().len(), 4);
    }
}
