//! `patient-connect demo`

use super::refusals::refused;
use anyhow::Result;
use service::{Demonstration, DemonstrationRejection, Failure, Services};
use std::io::{self, Write, stdout};
use std::process::ExitCode;
use words::t;

pub async fn run(services: &Services, json: bool) -> Result<ExitCode> {
    let demonstration = match services.installation().demonstrate().await {
        Ok(demonstration) => demonstration,
        Err(Failure::Rejected(DemonstrationRejection::RealApplication)) => {
            eprintln!("{}", t!("console-demo-real"));
            return Ok(ExitCode::FAILURE);
        }
        Err(failure) => return Err(refused(failure)),
    };
    if json {
        println!("{}", serde_json::to_string(&demonstration)?);
    } else {
        print(&demonstration, &mut stdout())?;
    }
    Ok(ExitCode::SUCCESS)
}

pub fn print(demonstration: &Demonstration, out: &mut impl Write) -> io::Result<()> {
    let Demonstration {
        staff,
        api_key,
        patient,
        requests,
        ..
    } = demonstration;
    writeln!(out, "\n{}", t!("console-demo-heading"))?;
    writeln!(
        out,
        "  {}",
        t!(
            "console-demo-staff",
            email = staff.email.clone(),
            password = staff.password.clone()
        )
    )?;
    writeln!(
        out,
        "  {}",
        t!(
            "console-demo-patient",
            email = patient.email.clone(),
            password = patient.password.clone()
        )
    )?;
    writeln!(
        out,
        "  {}",
        t!("console-demo-api-key", key = api_key.clone())
    )?;
    for request in requests {
        let name = request.friendly_name.clone();
        writeln!(
            out,
            "  {}",
            t!(
                "console-demo-code",
                code = request.identity_code.clone(),
                name = name
            )
        )?;
        let answer = request.answer.clone();
        writeln!(
            out,
            "    {}",
            t!(
                "console-demo-question",
                question = request.question.clone(),
                answer = answer
            )
        )?;
    }
    Ok(())
}
