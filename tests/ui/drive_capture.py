#!/usr/bin/python3
"""Does the main job in the window as a person without a mouse does: brings in the orders and their links, captures one
order and looks at its log, with keys alone, finding everything by the names that a screen reader says. To be run inside
an X display and a D-Bus session; drive_capture.sh brings both.

    drive_capture.py --order 272 [--orders FILE --links FILE] [--control URL --payment ID] [--pictures FOLDER]
                     -- kessai-desk --data FOLDER
    --orders    the shop's order file, brought in first; without it the orders are there already
    --links     the file that links orders and payments, brought in next
    --order     the order's number: searched for, opened, captured
    --control   of the simulator: its own ledger must then show exactly one SALES with effect for --payment
    --pictures  takes a picture of the list, the order's window, the question and the result
"""
import argparse
import json
import os
import subprocess
import sys
import time
import urllib.request

import pyatspi

WAIT_SECONDS = 60
MOST_TABS = 80


class NotSeen(Exception):
    pass


def wait_for(what, look):
    """The first true answer of look(); the tree changes while it is read, so that a lost object is "not yet"."""
    end = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            found = look()
        except NotSeen:
            raise
        except Exception:  # whatever AT-SPI says of an object that has gone meanwhile
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise NotSeen(what)
        time.sleep(0.05)


def is_in(node, *states):
    present = node.getState()
    return all(present.contains(state) for state in states)


def walk(node):
    """What shows of node and all below it, but nothing inside a table: that has rows times columns of children."""
    yield node
    if node.getRole() in (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_LIST):
        return
    for child in node:
        if child and is_in(child, pyatspi.STATE_SHOWING):
            yield from walk(child)


def named(window, name, *states):
    for node in walk(window):
        if node.name == name and is_in(node, pyatspi.STATE_SHOWING, *states):
            return node
    return None


def keys(*words):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *words], check=True)


class Desk:
    def __init__(self, command, pictures):
        self.pictures = pictures
        self.process = subprocess.Popen(command)

    def window(self, part):
        """The shown window whose title contains part."""
        if self.process.poll() is not None:
            raise NotSeen(f"“{part}”: kessai-desk has ended")
        for application in pyatspi.Registry.getDesktop(0):
            if application and application.get_process_id() == self.process.pid:
                for window in application:
                    if part in window.name and is_in(window, pyatspi.STATE_SHOWING):
                        return window
        return None

    def x_window(self, title):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True)
        for number in found.stdout.split():
            name = subprocess.run(["xdotool", "getwindowname", number], capture_output=True, text=True).stdout
            if title in name:
                return number
        return None

    def come_to(self, part):
        """Waits for a window and gives it the keyboard, as the window manager does, which is missing here."""
        window = wait_for(f"a window with “{part}” in its title", lambda: self.window(part))
        number = wait_for(f"“{part}” on the display", lambda: self.x_window(part))
        subprocess.run(["xdotool", "windowraise", number, "windowfocus", number], check=True)
        wait_for(f"“{part}” to be active", lambda: is_in(window, pyatspi.STATE_ACTIVE))
        return window

    def tab_to(self, window, name):
        """Tab by Tab, each waited for, until what has this name has the focus."""
        seen = []
        for _ in range(MOST_TABS):
            before = focus_of(window)
            if before and before.name == name:
                return
            seen.append(before.name if before else "")
            keys("Tab")
            wait_for(f"Tab to leave “{seen[-1]}”", lambda: focus_of(window) not in (None, before))
        raise NotSeen(f"“{name}” under the Tab key; there were: {', '.join(seen)}")

    def down_to(self, window, name):
        """Down by Down, each waited for, until this entry of the open menu is chosen."""
        seen = []
        for _ in range(MOST_TABS):
            before = wait_for("an entry of the menu to be chosen", lambda: chosen_entry(window))
            if before == name:
                return
            seen.append(before)
            keys("Down")
            wait_for(f"Down to leave “{before}”", lambda: chosen_entry(window) not in ("", before))
        raise NotSeen(f"“{name}” in the menu; there were: {', '.join(seen)}")

    def picture(self, name, part):
        if self.pictures:
            path = os.path.join(self.pictures, name + ".png")
            subprocess.run(["import", "-window", self.x_window(part), "-strip", "+dither", "-colors", "255", "PNG8:" + path],
                           check=True)
            print(f"  picture: {path}", flush=True)

    def quit(self):
        self.come_to("受注管理")
        keys("ctrl+q")
        return self.process.wait(WAIT_SECONDS)


def focus_of(window):
    for node in walk(window):
        if node.getRole() != pyatspi.ROLE_FRAME and is_in(node, pyatspi.STATE_FOCUSED):
            return node
    return None


def chosen_entry(window):
    """Of the innermost open menu; a menu's own entry in the bar keeps the focus too."""
    chosen = [node.name for node in walk(window)
              if node.getRole() == pyatspi.ROLE_MENU_ITEM and is_in(node, pyatspi.STATE_FOCUSED)]
    return chosen[-1] if chosen else ""


def rows_of(table):
    cells = table.queryTable()
    for row in range(cells.nRows):
        yield " ".join(cells.getAccessibleAt(row, column).name for column in range(cells.nColumns))


def first_row(table):
    return next(rows_of(table), "")


def say(text):
    print(text, flush=True)


def import_file(desk, dialog_title, file):
    """From the open file dialog to the list again: the trial, the button that takes it over, the report."""
    dialog = desk.come_to(dialog_title)
    wait_for("the file name to have the focus", lambda: focus_of(dialog).getRole() == pyatspi.ROLE_TEXT)
    say(f"Typing {file} into “{dialog_title}”")
    subprocess.run(["xdotool", "type", file], check=True)
    wait_for("the file name to be typed", lambda: focus_of(dialog).queryText().getText(0, -1) == file)
    keys("Return")
    wait_for("the file dialog to close", lambda: not desk.window(dialog_title))
    main = desk.come_to("受注管理")
    button = wait_for("the button that takes the file over",
                      lambda: next(n for n in walk(main) if n.name.endswith("件を取り込む")
                                   and is_in(n, pyatspi.STATE_ENABLED)))
    say(f"Tab to “{button.name}”, Space presses it")
    desk.tab_to(main, button.name)
    keys("space")
    wait_for("the report of the import", lambda: named(main, "取り込みました。"))
    desk.tab_to(main, "受注一覧に戻る")
    keys("space")
    wait_for("the list of orders", lambda: first_row(named(main, "受注一覧", pyatspi.STATE_FOCUSABLE)))


def import_orders(desk, file):
    desk.come_to("受注管理")
    say("Ctrl+I asks for the file of the orders")
    keys("ctrl+i")
    import_file(desk, "受注CSVを選ぶ", file)


def import_links(desk, file):
    main = desk.come_to("受注管理")
    say("Alt+F opens the menu, Down goes to 連携ファイルを取り込む…, Enter chooses it")
    keys("alt+f")
    desk.down_to(main, "連携ファイルを取り込む…")
    keys("Return")
    import_file(desk, "連携ファイルを選ぶ", file)


def search(desk, order):
    main = desk.come_to("受注管理")
    say("Ctrl+1 shows the list of orders, whichever page opened first")
    keys("ctrl+1")
    wait_for("the list of orders", lambda: first_row(named(main, "受注一覧", pyatspi.STATE_FOCUSABLE)))
    desk.picture("1-list", "受注管理")
    say(f"Ctrl+F, and typing {order} into 検索する語")
    keys("ctrl+f")
    wait_for("the search box to have the focus", lambda: named(main, "検索する語", pyatspi.STATE_FOCUSED))
    subprocess.run(["xdotool", "type", order], check=True)
    keys("Return")
    table = named(main, "受注一覧", pyatspi.STATE_FOCUSABLE)
    wait_for(f"order {order} at the top of the list, its payment read",
             lambda: order in first_row(table) and "仮売上済み" in first_row(table))
    desk.tab_to(main, "受注一覧")


def capture(desk, order):
    say(f"Enter opens order {order}")
    keys("Return")
    window = desk.come_to(f"受注情報 {order}")
    wait_for("the button 売上確定(実売上)実行",
             lambda: named(window, "売上確定(実売上)実行", pyatspi.STATE_ENABLED))
    desk.picture("2-order", f"受注情報 {order}")
    say("Alt+U asks before it captures")
    keys("alt+u")
    question = desk.come_to("売上確定(実売上)の確認")
    wait_for("the focus to be on キャンセル", lambda: named(question, "キャンセル", pyatspi.STATE_FOCUSED))
    money = wait_for("the money button", lambda: next(n for n in walk(question) if n.name.endswith("売上確定する")))
    desk.picture("3-question", "売上確定(実売上)の確認")
    say(f"Tab to the button “{money.name}”, Space presses it")
    desk.tab_to(question, money.name)
    keys("space")
    wait_for("the payment to be 実売上済み", lambda: named(window, "実売上済み"))
    say("The window says 実売上済み")
    desk.picture("4-captured", f"受注情報 {order}")


def see_log(desk, order):
    say("Alt+L shows the log")
    window = desk.come_to(f"受注情報 {order}")
    keys("alt+l")
    line = wait_for("the capture in the log",
                    lambda: next(row for row in rows_of(named(window, "決済ログ")) if "売上確定" in row))
    if "完了" not in line:
        raise NotSeen(f"完了 in the log's line “{line}”")
    say(f"The log says: {line}")
    desk.picture("5-log", f"受注情報 {order}")


def sales_of(control, payment):
    with urllib.request.urlopen(control + "ledger", timeout=WAIT_SECONDS) as answer:
        requests = json.load(answer)["requests"]
    return sum(1 for r in requests if r["orderId"] == payment and r["jobCd"] == "SALES" and r["effect"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--orders")
    parser.add_argument("--links")
    parser.add_argument("--order", required=True)
    parser.add_argument("--control")
    parser.add_argument("--payment")
    parser.add_argument("--pictures")
    parser.add_argument("command", nargs="+")
    chosen = parser.parse_args()
    desk = Desk(chosen.command, chosen.pictures)
    try:
        if chosen.orders:
            import_orders(desk, chosen.orders)
        if chosen.links:
            import_links(desk, chosen.links)
        search(desk, chosen.order)
        capture(desk, chosen.order)
        see_log(desk, chosen.order)
        if desk.quit() != 0:
            raise NotSeen("a clean end of kessai-desk")
    except NotSeen as missing:
        print(f"Not seen: {missing}", file=sys.stderr)
        return 1
    finally:
        desk.process.kill()
    if chosen.control:
        sales = sales_of(chosen.control, chosen.payment)
        say(f"Captures (SALES) of order {chosen.order} with effect in the simulator's ledger: {sales}")
        return 0 if sales == 1 else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
