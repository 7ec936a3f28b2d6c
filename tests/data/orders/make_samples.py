#!/usr/bin/env python3
"""Writes the sample order files beside this script, or one of any size:

    make_samples.py                                  the committed samples
    make_samples.py --orders 100000 --out FILE       an EC-CUBE 4 file for measuring

The same arguments give the same bytes. Quoting is that of PHP's fputcsv on encoded bytes, as the shop's system does it.
"""
import argparse
import datetime
import os
import random

HEADER4 = (
    "注文ID,注文番号,会員ID,お名前(姓),お名前(名),お名前(セイ),お名前(メイ),会社名,郵便番号,都道府県(ID),都道府県(名称),住所1,住所2,"
    "メールアドレス,TEL,性別(ID),性別(名称),職業(ID),職業(名称),誕生日,ショップ用メモ欄,小計,値引き,送料,税金,合計,支払合計,"
    "対応状況(ID),対応状況(名称),支払方法(ID),支払方法(名称),受注日,入金日,注文詳細ID,商品ID,商品規格ID,商品名,商品コード,規格名1,"
    "規格名2,規格分類名1,規格分類名2,価格,個数,税率,税率ルール(ID),明細区分(ID),明細区分(名称),出荷ID,配送先_お名前(姓),"
    "配送先_お名前(名),配送先_お名前(セイ),配送先_お名前(メイ),配送先_会社名,配送先_郵便番号,配送先_都道府県(ID),"
    "配送先_都道府県(名称),配送先_住所1,配送先_住所2,配送先_TEL,配送業者(ID),配送業者(名称),お届け時間ID,お届け時間(名称),"
    "お届け希望日,送料,発送日,出荷伝票番号,配達用メモ,出荷メール送信日").split(",")
HEADER2 = (
    "注文番号,会員ID,要望等,お名前(姓),お名前(名),お名前(フリガナ・姓),お名前(フリガナ名),会社名,メールアドレス,電話番号1,電話番号2,"
    "電話番号3,FAX1,FAX2,FAX3,郵便番号1,郵便番号2,都道府県,住所1,住所2,性別,生年月日,職種,小計,値引き,送料,手数料,使用ポイント,"
    "加算ポイント,税金,合計,お支払い合計,配送業者ID,支払い方法,SHOPメモ,対応状況,注文日時,更新日時,発送完了日時,端末種別ID,"
    "配送情報ID").split(",")

FAMILY = [("髙橋", "タカハシ"), ("山田", "ヤマダ"), ("能登", "ノト"), ("﨑山", "サキヤマ"), ("曽根", "ソネ"), ("佐藤", "サトウ"),
          ("田中", "タナカ"), ("渡邊", "ワタナベ"), ("表", "オモテ"), ("十文字", "ジュウモンジ")]
GIVEN = [("花子", "ハナコ"), ("太郎", "タロウ"), ("ソフィア", "ソフィア"), ("恵美", "エミ"), ("健一", "ケンイチ"),
         ("貼男", "ハルオ"), ("さくら", "サクラ")]
PREFECTURES = [(1, "北海道", "札幌市中央区"), (13, "東京都", "千代田区"), (14, "神奈川県", "横浜市西区"), (27, "大阪府", "大阪市北区"),
               (17, "石川県", "七尾市能登島"), (47, "沖縄県", "那覇市")]
COMPANIES = ["", "", "", "株式会社ソラ", "㈱サンプル", "有限会社「表」", "構造能研究所"]
MEMOS = ["", "", "", "電話済", "予約表\"特\"を同封", "不在時は宅配ボックス\n時間指定 午後", "ﾎﾟｲﾝﾄ確認①", "C:\\共有\\受注 参照", "申込表\",\"控え"]
PRODUCTS = [("彩のジェラートCUBE", "cube-01", 1000, 10), ("チェリーアイスサンド", "sand-01", 2800, 10),
            ("能登の塩ソース 500ml", "sauce-5", 640, 8), ("予約品 暦表\"2021\"", "cal-21", 1200, 10), ("ギフト箱, 大", "box-l", 300, 10)]
STATUSES = {1: "新規受付", 3: "注文取消し", 4: "対応中", 5: "発送済み", 6: "入金済み", 9: "返品"}
METHODS = [(5, "GMOクレジット決済"), (5, "GMOクレジット決済"), (6, "コンビニ決済"), (9, "auかんたん決済"), (12, "楽天ペイ"), (3, "銀行振込")]


def quoted(field: bytes) -> bytes:
    """PHP's fputcsv: quotes where needed; a quote behind a byte 5C is written once."""
    if not any(byte in b',"\\\n\r\t ' for byte in field):
        return field
    out, escaped = bytearray(b'"'), False
    for byte in field:
        if byte == 0x5C:
            escaped = True
        elif not escaped and byte == 0x22:
            out.append(0x22)
        else:
            escaped = False
        out.append(byte)
    return bytes(out + b'"')


def line(fields, encoding) -> bytes:
    return b",".join(quoted(str(field).encode(encoding)) for field in fields)


def tax(price, rate):
    return (price * rate * 2 + 100) // 200


class Shop:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.item_id = 1000

    def pick(self, values):
        return self.random.choice(values)

    def order(self, number):
        person, other = (self.pick(FAMILY), self.pick(GIVEN)), (self.pick(FAMILY), self.pick(GIVEN))
        at = datetime.datetime(2020, 12, 3, 13, 21, 23) + datetime.timedelta(minutes=17 * number, seconds=number % 60)
        status = self.pick([1, 1, 1, 4, 6, 5, 3, 9])
        goods = [self.pick(PRODUCTS) + (self.random.randint(1, 3),) for _ in range(self.random.randint(1, 3))]
        subtotal = sum((price + tax(price, rate)) * count for _, _, price, rate, count in goods)
        fee, charge = self.pick([0, 500, 800]), self.pick([0, 0, 300])
        points = min(self.pick([0, 0, 100]), subtotal)
        return {
            "id": number, "customer": self.pick(["", str(10 + number % 50)]), "person": person, "other": other,
            "company": self.pick(COMPANIES), "place": self.pick(PREFECTURES), "memo": self.pick(MEMOS), "at": at,
            "status": status, "method": self.pick(METHODS), "goods": goods, "subtotal": subtotal, "fee": fee,
            "charge": charge, "points": points, "total": subtotal + fee + charge - points,
            "paid": at + datetime.timedelta(hours=3) if status in (5, 6) else "",
            "shipped": at + datetime.timedelta(days=2) if status == 5 else "",
        }

    def rows_of(self, order):
        rows = [(name, code, price, count, rate, 1, "商品") for name, code, price, rate, count in order["goods"]]
        rows.append(("送料", "", order["fee"], 1, 10, 2, "送料"))
        if order["charge"]:
            rows.append(("手数料", "", order["charge"], 1, 10, 3, "手数料"))
        if order["points"]:
            rows.append(("ポイント", "", -order["points"], 1, 0, 6, "ポイント"))
        return rows


def money(amount):
    return "%d.00" % amount


def head4(order):
    (family, family_kana), (given, given_kana) = order["person"]
    pref, pref_name, town = order["place"]
    method, method_name = order["method"]
    return [order["id"], order["id"], order["customer"], family, given, family_kana, given_kana, order["company"],
            "%07d" % (1000001 + order["id"] % 8999998), pref, pref_name, town, "%d丁目%d番 表町ビル" % (order["id"] % 9 + 1, order["id"] % 30 + 1),
            "buyer%d@example.com" % order["id"], "0312345678", "", "", "", "", "", order["memo"], money(order["subtotal"]), money(0),
            money(order["fee"]), money(0), money(order["total"]), money(order["total"]), order["status"],
            STATUSES[order["status"]], method, method_name, order["at"], order["paid"]]


def tail4(order):
    (family, family_kana), (given, given_kana) = order["other"]
    pref, pref_name, town = order["place"]
    return [5000 + order["id"], family, given, family_kana, given_kana, "", "%07d" % (1000001 + order["id"] % 8999998), pref, pref_name, town,
            "1-2-3", "0398765432", 1, "サンプル業者", 1, "午前", "", "", order["shipped"],
            "1234-%d" % order["id"] if order["shipped"] else "", "", ""]


def write4(path, shop, first, count, encoding="cp932"):
    with open(path, "wb") as out:
        out.write(line(HEADER4, encoding) + b"\n")
        for number in range(first, first + count):
            order = shop.order(number)
            head, tail = line(head4(order), encoding), line(tail4(order), encoding)
            for name, code, price, pieces, rate, kind, kind_name in shop.rows_of(order):
                shop.item_id += 1
                goods = kind == 1
                item = [shop.item_id, 1 if goods else "", 1 if goods else "", name, code, "", "", "", "", money(price),
                        pieces, rate, 1, kind, kind_name]
                out.write(head + b"," + line(item, encoding) + b"," + tail + b"\n")


def write2(path, shop, first, count):
    statuses = {1: 1, 3: 3, 4: 4, 5: 5, 6: 6, 9: 3}
    with open(path, "wb") as out:
        out.write(line(HEADER2, "cp932") + b"\r\n")
        for number in range(first, first + count):
            order = shop.order(number)
            (family, family_kana), (given, given_kana) = order["person"]
            total = order["total"]
            out.write(line([
                number, order["customer"] or 0, order["memo"], family, given, family_kana, given_kana, order["company"],
                "buyer%d@example.com" % number, "03", "1234", "5678", "", "", "", "100", "0001", order["place"][1], order["place"][2],
                "1-2-3", 1, "", "", order["subtotal"], 0, order["fee"], order["charge"], order["points"], 10, 0, total,
                total, 1, order["method"][1], "", statuses[order["status"]], order["at"], order["at"], order["shipped"],
                10, 0], "cp932") + b"\r\n")


def write_links(path, first, count, encoding="cp932"):
    shop = Shop(4)
    with open(path, "wb") as out:
        out.write(line(["注文ID", "決済オーダーID", "支払方法"], encoding) + b"\n")
        for number in range(first, first + count):
            order = shop.order(number)
            if order["method"][1] != "銀行振込":
                out.write(line([number, "%d-%s" % (number, order["at"].strftime("%d%H%M%S")), ""], encoding) + b"\n")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--orders", type=int)
    arguments.add_argument("--out")
    chosen = arguments.parse_args()
    if chosen.orders:
        write4(chosen.out, Shop(7), 1, chosen.orders)
        return
    here = os.path.dirname(os.path.abspath(__file__))
    write4(os.path.join(here, "eccube4-cp932.csv"), Shop(4), 272, 40)
    write2(os.path.join(here, "eccube2-cp932.csv"), Shop(2), 501, 25)
    write_links(os.path.join(here, "links.csv"), 272, 40)


if __name__ == "__main__":
    main()
