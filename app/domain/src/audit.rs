//! What the audit log says: what was done ([`Action`]) and with what result ([`ActionOutcome`]). Uses nothing else of ours.
//!
//! The log stores the names; a name that has been stored is never changed or given another meaning.

use crate::named;

named! {
    /// What was done, and to what kind of thing.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Action {
        ConnectRequestCreate = "connect-request.create",
        ConnectRequestMail = "connect-request.mail",
        ConnectRequestRemind = "connect-request.remind",
        ConnectRequestNotice = "connect-request.notice",
        ConnectRequestLetter = "connect-request.letter",
        BatchRead = "batch.read",
        BatchConfirm = "batch.confirm",
        BatchCancel = "batch.cancel",
        BatchImport = "batch.import",
        BatchLetters = "batch.letters",
        ConnectRequestAnswer = "connect-request.answer",
        ConnectRequestAuthorize = "connect-request.authorize",
        ConnectRequestCheckRecord = "connect-request.check-record",
        ConnectRequestChangeRecord = "connect-request.change-record",
        ConnectRequestNotMe = "connect-request.not-me",
        ConnectRequestRename = "connect-request.rename",
        ConnectRequestMerge = "connect-request.merge",
        ConnectRequestReplace = "connect-request.replace",
        ConnectRequestDelete = "connect-request.delete",
        ConnectRequestExpire = "connect-request.expire",
        AuthorizationDisconnect = "authorization.disconnect",
        AuthorizationChange = "authorization.change",
        AuthorizationExport = "authorization.export",
        ThingRead = "thing.read",
        ThingWrite = "thing.write",
        ThingRemove = "thing.remove",
        AlternateIdAdd = "alternate-id.add",
        AlternateIdRemove = "alternate-id.remove",
        PersonSettingsSet = "person-settings.set",
        ApplicationAdd = "application.add",
        ApplicationSet = "application.set",
        ApplicationSetLogo = "application.set-logo",
        ApplicationAddKey = "application.add-key",
        ApplicationRevokeKey = "application.revoke-key",
        CallbackSet = "callback.set",
        CallbackRenewSecret = "callback.renew-secret",
        CallbackAsk = "callback.ask",
        CallbackRemove = "callback.remove",
        CertificateAdd = "certificate.add",
        CertificateRemove = "certificate.remove",
        PlatformSessionOpen = "platform-session.open",
        StaffAdd = "staff.add",
        StaffInvite = "staff.invite",
        StaffWithdrawInvitation = "staff.withdraw-invitation",
        StaffJoin = "staff.join",
        StaffSendPasswordLink = "staff.send-password-link",
        StaffSetRole = "staff.set-role",
        StaffProvePassword = "staff.prove-password",
        StaffUnlock = "staff.unlock",
        StaffClearLocks = "staff.clear-locks",
        StaffSetAuthenticator = "staff.set-authenticator",
        StaffRenewRecoveryCodes = "staff.renew-recovery-codes",
        StaffResetAuthenticator = "staff.reset-authenticator",
        StaffSecondStepMissing = "staff.second-step-missing",
        StaffSetPassword = "staff.set-password",
        StaffDisable = "staff.disable",
        StaffEnable = "staff.enable",
        StaffSignIn = "staff.sign-in",
        StaffHandOver = "staff.hand-over",
        StaffHandBack = "staff.hand-back",
        StaffSignOut = "staff.sign-out",
        DemonstrationPatient = "demonstration.patient",
        AuditExport = "audit.export",
        AccountStart = "account.start",
        AccountResendDigits = "account.resend-digits",
        AccountConfirm = "account.confirm",
        AccountForgotPassword = "account.forgot-password",
        AccountResetPassword = "account.reset-password",
        AccountSignIn = "account.sign-in",
        AccountSignOut = "account.sign-out",
        AccountClearLocks = "account.clear-locks",
        AccountChangeName = "account.change-name",
        AccountChangePassword = "account.change-password",
        AccountChangeEmail = "account.change-email",
        AccountUndoEmail = "account.undo-email",
        AccountAddPasskey = "account.add-passkey",
        AccountRenamePasskey = "account.rename-passkey",
        AccountRemovePasskey = "account.remove-passkey",
        AccountSetAuthenticator = "account.set-authenticator",
        AccountRemoveAuthenticator = "account.remove-authenticator",
        AccountResetAuthenticator = "account.reset-authenticator",
        AccountRenewRecoveryCodes = "account.renew-recovery-codes",
        AccountSecondStepMissing = "account.second-step-missing",
        AccountSetPreferences = "account.set-preferences",
        AccountDownload = "account.download",
        AccountDelete = "account.delete",
        RecordMake = "record.make",
        RecordChange = "record.change",
        RecordRemove = "record.remove",
        RecordKeep = "record.keep",
        RecordInvite = "record.invite",
        RecordJoin = "record.join",
        RecordRemoveCustodian = "record.remove-custodian",
        RecordAddItem = "record.add-item",
        RecordChangeItem = "record.change-item",
        RecordRemoveItem = "record.remove-item",
        InstallationSetMail = "installation.set-mail",
        InstallationSetText = "installation.set-text",
    }
}

named! {
    /// The result of an action.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum ActionOutcome {
        Added = "added",
        AnotherRecord = "another-record",
        Asked = "asked",
        BadSignature = "bad-signature",
        Bounced = "bounced",
        Cancelled = "cancelled",
        Changed = "changed",
        ChangedAllTheSame = "changed-all-the-same",
        Cleared = "cleared",
        Connected = "connected",
        ConnectedAllTheSame = "connected-all-the-same",
        Dead = "dead",
        Deleted = "deleted",
        DigitsMailed = "digits-mailed",
        Disabled = "disabled",
        Disconnected = "disconnected",
        Downloaded = "downloaded",
        Dropped = "dropped",
        Enabled = "enabled",
        Ended = "ended",
        Everywhere = "everywhere",
        Exported = "exported",
        Failed = "failed",
        FrontDesk = "front-desk",
        GivenUp = "given-up",
        HandedBack = "handed-back",
        HandedOver = "handed-over",
        Imported = "imported",
        Invited = "invited",
        InvitedAgain = "invited-again",
        Made = "made",
        MadeWithReason = "made-with-reason",
        Manager = "manager",
        Merged = "merged",
        MoreNotRecorded = "more-not-recorded",
        NoCertificate = "no-certificate",
        NotSure = "not-sure",
        Opened = "opened",
        Operator = "operator",
        PasswordRight = "password-right",
        Previewed = "previewed",
        Queued = "queued",
        IdsConfirmed = "ids-confirmed",
        Read = "read",
        Refused = "refused",
        Reissued = "reissued",
        Removed = "removed",
        Renamed = "renamed",
        Renewed = "renewed",
        Replaced = "replaced",
        Reset = "reset",
        Revoked = "revoked",
        Right = "right",
        Sent = "sent",
        Set = "set",
        SetUp = "set-up",
        SetUpAtSignIn = "set-up-at-sign-in",
        SignedIn = "signed-in",
        SignedInByPasskey = "signed-in-by-passkey",
        SignedInByRecoveryCode = "signed-in-by-recovery-code",
        SignedOut = "signed-out",
        Stale = "stale",
        Stopped = "stopped",
        ThisRecord = "this-record",
        Told = "told",
        Unknown = "unknown",
        Unlocked = "unlocked",
        VersionOff = "version-off",
        Withdrawn = "withdrawn",
        Written = "written",
        Wrong = "wrong",
        WrongCode = "wrong-code",
        WrongDigits = "wrong-digits",
        WrongPair = "wrong-pair",
        WrongPasskey = "wrong-passkey",
        WrongPassword = "wrong-password",
    }
}

impl Action {
    /// Whether it is about no clinic: such entries are in the installation's own chain, which no clinic reads.
    pub const fn is_of_the_installation(self) -> bool {
        matches!(
            self,
            Self::AccountStart
                | Self::AccountResendDigits
                | Self::AccountConfirm
                | Self::AccountForgotPassword
                | Self::AccountResetPassword
                | Self::AccountSignIn
                | Self::AccountSignOut
                | Self::AccountClearLocks
                | Self::AccountChangeName
                | Self::AccountChangePassword
                | Self::AccountChangeEmail
                | Self::AccountUndoEmail
                | Self::AccountAddPasskey
                | Self::AccountRenamePasskey
                | Self::AccountRemovePasskey
                | Self::AccountSetAuthenticator
                | Self::AccountRemoveAuthenticator
                | Self::AccountResetAuthenticator
                | Self::AccountRenewRecoveryCodes
                | Self::AccountSecondStepMissing
                | Self::AccountSetPreferences
                | Self::AccountDownload
                | Self::AccountDelete
                | Self::RecordMake
                | Self::RecordChange
                | Self::RecordRemove
                | Self::RecordKeep
                | Self::RecordInvite
                | Self::RecordJoin
                | Self::RecordRemoveCustodian
                | Self::RecordAddItem
                | Self::RecordChangeItem
                | Self::RecordRemoveItem
                | Self::InstallationSetMail
                | Self::InstallationSetText
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn stored_names_differ_and_are_read_back() {
        let actions: BTreeSet<_> = Action::ALL.map(Action::name).into();
        assert_eq!(actions.len(), Action::ALL.len());
        for action in Action::ALL {
            assert_eq!(Action::from_name(action.name()), Some(action));
        }
        let outcomes: BTreeSet<_> = ActionOutcome::ALL.map(ActionOutcome::name).into();
        assert_eq!(outcomes.len(), ActionOutcome::ALL.len());
        for outcome in ActionOutcome::ALL {
            assert_eq!(ActionOutcome::from_name(outcome.name()), Some(outcome));
        }
        assert_eq!(Action::from_name("a.name-of-a-newer-version"), None);
    }
}
