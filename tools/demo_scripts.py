#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""demo_scripts.py ROLE CONNECTION.json > SCRIPT.json: the steps that work a window through the demo day.

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
        write("text:W14", "ONU 1, drop cable 42 m, quick connector 2"),
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
        shot("11-sign"),
        click("showCustomer"),
        wait("customerView"),
        click("customerRating/option-satisfied"),
        {"draw": "customerPad/signatureCanvas"},
        shot("12-customer"),
        click("customerSign"),
        {"gone": "customerView"},
        click("signTechnician"),
        {"draw": "technicianPad/signatureCanvas"},
        shot("13-technician"),
        click("technicianSign"),
        {"gone": "signatureDialog"},
        wait("gateEmpty"),
        *onward(),
        {"text": "syncMark", "contains": "All stored"},
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


def supervisor(connection):
    return [{"size": "1440x900"}] + enrol(connection)[3:] + [
        wait("deskPage"),
        wait("approveButton"),
        wait("photoStrip"),
        shot("20-review"),
        write("reviewComment", "Everything is in order, thank you"),
        shot("21-decision"),
        click("approveButton"),
        {"text": "syncMark", "contains": "All stored"},
        {"wait": "approveButton", "enabled": False},
        shot("22-approved"),
    ]


def main():
    role, connection = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
    steps = {"technician": technician, "supervisor": supervisor, "enrolment": enrolment}[role](connection)
    json.dump(steps, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
