#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""demo_scripts.py SCRIPT CONNECTION.json > SCRIPT.json: the steps that work a window through the demo day.

CONNECTION.json holds url, caFile, login, code and password of the person. The steps are those of
ruhu/widgets/ui_script.h; names are object names of the programs' widgets.
"""
import json
import sys


def click(name):
    return {"click": name}


def wait(name):
    return {"wait": name}


def shot(name):
    return {"shot": name + ".png"}


def write(name, text):
    return {"type": name, "text": text}


def choose(step, option):
    return {"if": f"choice:{step}/option-{option}", "steps": [click(f"choice:{step}/option-{option}")]}


def read(measure, text, reason=None):
    field = f"reading:{measure}"
    steps = [write(field + "/number", text)]
    if reason:
        steps.append(click(f"{field}/option-{reason}"))
    steps.append(click(f"record:{measure}"))
    return {"if": field, "steps": steps}


def photo(step):
    return {"if": f"photos:{step}", "steps": [click(f"photos:{step}/addPhoto")]}


def routine():
    return {"if": "routineCard", "steps": [click("confirmAll"), {"gone": "routineCard"}]}


def onward():
    return [wait("primaryAction"), click("primaryAction")]


def all_stored():
    return {"state": "syncMark", "is": "stored"}


def sign_in(password):
    return [wait("passwordField"), write("passwordField", password), click("signInButton")]


def enrol(connection):
    return [
        {"size": "1280x800"},
        wait("setUpButton"),
        shot("01-set-up"),
        write("serverField", connection["url"]),
        write("caFileField", connection["caFile"]),
        write("loginField", connection["login"]),
        write("codeField", connection["code"]),
        write("newPasswordField", connection["password"]),
        click("setUpButton"),
    ]


def sign(shots):
    customer, own = shots
    return [
        click("showCustomer"),
        wait("customerView"),
        click("customerRating/option-satisfied"),
        {"draw": "customerPad/signatureCanvas"},
        shot(customer),
        click("customerSign"),
        {"gone": "customerView"},
        click("signTechnician"),
        {"draw": "technicianPad/signatureCanvas"},
        shot(own),
        click("technicianSign"),
        {"gone": "signatureDialog"},
        wait("gateEmpty"),
    ]


def technician(connection):
    steps = enrol(connection) + [
        wait("workPage"),
        {"rows": "ticketList", "atLeast": 12},
        shot("02-today"),
        {"pick": "ticketList", "text": ""},
        wait("contactReached"),
        shot("03-book"),
        click("contactReached"),
        wait("appointmentPerson"),
        routine(),
        choose("A15", "available"),
        *onward(),
        wait("stage:prepare"),
        shot("04-prepare"),
        routine(),
        *onward(),
        wait("stage:travel"),
        *onward(),
        wait("arrivalReason"),
        write("arrivalReason", "The customer asked for another time on the phone"),
        shot("05-travel"),
        *onward(),
        wait("admissionCard"),
        click("admissionWho/option-adult-customer"),
        shot("06-door"),
        *onward(),
        {"gone": "admissionCard"},
        routine(),
        choose("C08", "match"),
        choose("C12", "none"),
        photo("C11"),
        *onward(),
        wait("stage:work"),
        routine(),
        choose("W01", "as-planned"),
        choose("W02", "free"),
        choose("W03", "agreed"),
        wait("routineCard"),
        routine(),
        photo("W04"),
        wait("itemLabel"),
        write("itemLabel", "Shoe cabinet, from the wall to the middle of the hall"),
        click("itemConsent"),
        click("itemAdd"),
        write("text:F01", "Box 07, splitter 2, port 5"),
        click("record:F01"),
        read("drop_len", "42"),
        shot("07-work"),
        read("splice_loss", "0.12"),
        photo("F06"),
        photo("W08"),
        write("mark:W14:sn", "4857-0001"),
        click("record:W14"),
        wait("stage:test"),
        write("reading:opt_rx/number", "-28.10"),
        wait("reading:opt_rx/reasonPicker"),
        shot("08-test"),
        read("opt_rx", "-21.40"),
        routine(),
        photo("T02"),
        choose("T09", "ok"),
        read("speed_down", "248.6", "terminal"),
        choose("T13", "ok"),
        read("tv_jitter", "12"),
        read("tv_loss", "0.02"),
        choose("T14", "ok"),
        choose("T19", "works"),
        *onward(),
        wait("stage:clean"),
        click("restore:i1"),
        photo("K02"),
        shot("09-clean"),
        *onward(),
        wait("stage:handover"),
        routine(),
        choose("H07", "accepted"),
        choose("H08", "none"),
        shot("10-handover"),
        *onward(),
        wait("stage:sign"),
        choose("S01", "electronic"),
        choose("S02", "given"),
        choose("S12", "handed-over"),
        shot("11-sign"),
        *sign(shots=("12-customer", "13-technician")),
        *onward(),
        {"gone": "gateEmpty"},
        all_stored(),
        shot("14-signed-off"),
        click("syncMark"),
        wait("syncPanel"),
        shot("15-sync"),
        {"press": "Esc"},
        click("paperButton"),
        wait("paperView"),
        shot("16-paper"),
        click("savePdfButton"),
        wait("paperView/banner"),
        click("closePaperButton"),
    ]
    return steps


def enrolment(connection):
    """Only the set-up: the window then belongs to the person in front of it."""
    return [step for step in enrol(connection) if "shot" not in step and "size" not in step] + [wait("workPage")]


def open_desk(connection):
    return [{"size": "1440x900"}] + enrol(connection)[3:] + [wait("deskPage"), wait("approveButton"), wait("photoStrip")]


def approve():
    return [click("approveButton"), wait("toast"), all_stored()]


def supervisor(connection):
    return open_desk(connection) + [
        shot("20-review"),
        write("reviewComment", "Everything is in order, thank you"),
        shot("21-decision"),
        *approve(),
        shot("22-approved"),
    ]


# ---- beyond the demo day: the states that ./dev shots adds ----------------------------------------------------------


def set_up_trouble(connection):
    """The set-up form with nothing in it, with a server that is not there, and with a wrong code."""
    return [
        {"size": "1280x800"},
        wait("setUpButton"),
        click("setUpButton"),
        shot("00-set-up-empty"),
        write("serverField", "https://127.0.0.1:9"),
        write("loginField", connection["login"]),
        write("codeField", "AAAA-BBBB-CCCC"),
        write("newPasswordField", connection["password"]),
        click("setUpButton"),
        wait("signInBanner"),
        wait("setUpButton"),
        shot("00-set-up-unreachable"),
        write("serverField", connection["url"]),
        write("newPasswordField", connection["password"]),
        click("setUpButton"),
        {"gone": "signInBanner"},
        wait("signInBanner"),
        shot("00-set-up-foreign-certificate"),
        write("caFileField", connection["caFile"]),
        write("newPasswordField", connection["password"]),
        click("setUpButton"),
        {"gone": "signInBanner"},
        wait("signInBanner"),
        shot("00-set-up-wrong-code"),
    ]


def returning(connection):
    return open_desk(connection) + [
        shot("20-review"),
        click("findingChip"),
        write("reviewComment", "Please measure the download again with your own laptop"),
        shot("21-sending-back"),
        click("paperButton"),
        wait("paperView"),
        shot("22-paper"),
        click("closePaperButton"),
        click("returnButton"),
        wait("toast"),
        all_stored(),
        shot("23-sent-back"),
    ]


def correcting(connection):
    return [
        {"size": "1280x800"},
        wait("passwordField"),
        shot("30-sign-in"),
        *sign_in("not the password"),
        wait("signInBanner"),
        shot("31-wrong-password"),
        *sign_in(connection["password"]),
        wait("workPage"),
        {"rows": "ticketList", "atLeast": 12},
        all_stored(),
        {"press": "Ctrl+K"},
        wait("commandPalette"),
        shot("32-find-anything"),
        write("commandText", "password"),
        {"press": "Return"},
        wait("passwordDialog"),
        write("currentPasswordField", connection["password"]),
        write("nextPasswordField", "short"),
        click("passwordSubmit"),
        wait("passwordBanner"),
        shot("32-new-password"),
        click("passwordClose"),
        {"gone": "passwordDialog"},
        {"press": "Ctrl+K"},
        wait("commandPalette"),
        write("commandText", "session"),
        {"press": "Return"},
        wait("sessionsDialog"),
        {"gone": "sessionsWaiting"},
        shot("32-own-sign-ins"),
        click("sessionsClose"),
        {"gone": "sessionsDialog"},
        {"press": "Ctrl+K"},
        wait("commandPalette"),
        write("commandText", "pin"),
        {"press": "Return"},
        wait("numberDialog"),
        write("numberPasswordField", connection["password"]),
        write("newNumberField", "402915"),
        shot("32-new-number"),
        click("numberSubmit"),
        wait("numberBanner"),
        click("numberClose"),
        {"gone": "numberDialog"},
        {"press": "Ctrl+K"},
        wait("commandPalette"),
        write("commandText", "lock"),
        {"press": "Return"},
        wait("numberField"),
        shot("32-unlock-by-number"),
        write("numberField", "402915"),
        click("unlockButton"),
        wait("workPage"),
        {"rows": "ticketList", "atLeast": 12},
        {"pick": "ticketList", "text": ""},
        wait("ticketBanner"),
        shot("33-returned"),
        click("ticketBanner/bannerAction"),
        wait("card:T10"),
        shot("34-pinned"),
        write("reading:speed_down/number", "296.4"),
        click("record:speed_down"),
        wait("toast"),
        shot("35-corrected"),
        {"press": "Alt+9"},
        # The customer is not there any more: the signature of the visit stands, the paper says so.
        click("signTechnician"),
        {"draw": "technicianPad/signatureCanvas"},
        shot("36-signing-again"),
        click("technicianSign"),
        {"gone": "signatureDialog"},
        wait("gateEmpty"),
        shot("37-nothing-open"),
        *onward(),
        {"gone": "gateEmpty"},
        all_stored(),
        shot("38-signed-off-again"),
    ]


def approving(connection):
    return [{"size": "1440x900"}] + sign_in(connection["password"]) + [
        wait("deskPage"),
        all_stored(),
        wait("approveButton"),
        shot("40-desk"),
        *approve(),
        shot("41-approved"),
    ]


def forgotten_password(connection):
    """The way to a new password, tried without a network, and back."""
    return [
        wait("forgottenButton"),
        click("forgottenButton"),
        shot("48-forgotten-password"),
        write("resetCodeField", "AAAA-BBBB-CCCC"),
        write("resetPasswordField", connection["password"]),
        click("resetButton"),
        wait("signInBanner"),
        wait("resetButton"),
        shot("49-forgotten-password-offline"),
        click("backToSignInButton"),
    ]


def offline(connection):
    return [{"size": "1280x800"}] + forgotten_password(connection) + sign_in(connection["password"]) + [
        wait("workPage"),
        {"rows": "ticketList", "atLeast": 12},
        {"state": "syncMark", "is": "offline"},
        write("searchField", "no such ticket anywhere"),
        shot("50-nothing-found"),
        write("searchField", ""),
        shot("51-offline"),
    ]


SCRIPTS = {
    "technician": technician,
    "supervisor": supervisor,
    "enrolment": enrolment,
    "set-up-trouble": set_up_trouble,
    "returning": returning,
    "correcting": correcting,
    "approving": approving,
    "offline": offline,
}


def main():
    name, connection = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
    json.dump(SCRIPTS[name](connection), sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
