<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>ClosingNotice</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>、</source>
        <translation>,</translation>
    </message>
    <message numerus="yes">
        <source>%1 ほか%n社</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>今日が締め日です（%1）。</source>
        <translation>Today is a closing date (%1).</translation>
    </message>
    <message numerus="yes">
        <source>次の締め日まで %n日（%1）。</source>
        <translation>
            <numerusform>Next closing date in %n day (%1).</numerusform>
            <numerusform>Next closing date in %n days (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>売上のあとの締め日を過ぎています（%1）。差額の精算は翌月以降になることがあります。</source>
        <translation>A closing date after the sale is over (%1). The difference may be settled next month or later.</translation>
    </message>
</context>
<context>
    <name>ConfirmContent</name>
    <message>
        <source>不明</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>与信日 %1、売上日 %2、今日 %3</source>
        <translation>authorised %1, captured %2, today %3</translation>
    </message>
    <message>
        <source>与信日 %1、今日 %2</source>
        <translation>authorised %1, today %2</translation>
    </message>
    <message>
        <source>%1（%2）… %3</source>
        <translation>%1 (%2) — %3</translation>
    </message>
    <message>
        <source>売上確定(実売上)の確認</source>
        <translation>Confirm the capture</translation>
    </message>
    <message>
        <source>送信する内容</source>
        <translation>What is sent</translation>
    </message>
    <message>
        <source>%1 のまま売上確定する</source>
        <translation>Capture %1 as it is</translation>
    </message>
    <message>
        <source>%1 を売上確定する</source>
        <translation>Capture %1</translation>
    </message>
    <message>
        <source>購入者への請求が確定し、取引状態は実売上済みになります。%1 までは取消(返品)ができます。</source>
        <translation>The buyer is charged and the payment becomes &quot;Captured&quot;. It can be cancelled (refunded) until %1.</translation>
    </message>
    <message>
        <source>対応状況を入金済みにする</source>
        <translation>Set the order status to &quot;Paid&quot;</translation>
    </message>
    <message>
        <source>取消(返品)の確認</source>
        <translation>Confirm the cancel (refund)</translation>
    </message>
    <message>
        <source>取消の種類は、実行の直前にGMOの状態と日付で決まります</source>
        <translation>The kind of cancel is decided just before it is sent, by the state at GMO and the date</translation>
    </message>
    <message>
        <source>%1 を%2する</source>
        <translation>%2: %1</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>取消は元に戻せません。%1 までは再オーソリで与信を取り直せます（カード会社の承認が必要です）。</source>
        <translation>A cancel cannot be undone. Until %1 the payment can be re-authorised (if the card company approves).</translation>
    </message>
    <message>
        <source>対応状況を注文取消しにする</source>
        <translation>Set the order status to &quot;Cancelled&quot;</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>未確認</source>
        <translation>Not read yet</translation>
    </message>
    <message>
        <source>決済金額変更の確認</source>
        <translation>Confirm the change of amount</translation>
    </message>
    <message>
        <source>決済金額変更（%1）%2</source>
        <translation>Change amount (%1) %2</translation>
    </message>
    <message>
        <source>変更後の取引状態</source>
        <translation>Status after the change</translation>
    </message>
    <message>
        <source>決済金額を %1 に変更する</source>
        <translation>Change the amount to %1</translation>
    </message>
    <message>
        <source>新しい金額で与信を取り直します。カード会社が承認しないこともあります。%1 まではもう一度の変更や取消ができます。</source>
        <translation>The new amount is authorised afresh. The card company may decline. Until %1 it can be changed again or cancelled.</translation>
    </message>
    <message>
        <source>再オーソリの確認</source>
        <translation>Confirm the re-authorisation</translation>
    </message>
    <message>
        <source>再オーソリ（%1）%2</source>
        <translation>Re-authorise (%1) %2</translation>
    </message>
    <message>
        <source>実行後の取引状態</source>
        <translation>Status afterwards</translation>
    </message>
    <message>
        <source>%1 を再オーソリする</source>
        <translation>Re-authorise %1</translation>
    </message>
    <message>
        <source>購入者のカードで新しく与信を取ります。カード会社が承認しないこともあります。%1 までは取消ができます。</source>
        <translation>The buyer&apos;s card is authorised anew. The card company may decline. It can be cancelled until %1.</translation>
    </message>
    <message>
        <source>返品</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>月跨ぎ返品</source>
        <translation>Return in a later month</translation>
    </message>
    <message>
        <source>お客様のカード明細には、この取引の請求は載りません。</source>
        <translation>The buyer&apos;s card statement will not show this charge.</translation>
    </message>
    <message>
        <source>お客様のカード明細には請求が載らないか、請求と同額の返金が並んで載ります。</source>
        <translation>The buyer&apos;s card statement will show either no charge, or the charge and a refund of the same amount side by side.</translation>
    </message>
    <message>
        <source>お客様のカード明細には先に請求が載り、翌月以降の明細に同額の返金（マイナス）が載ります。</source>
        <translation>The buyer&apos;s card statement will show the charge first, and a refund of the same amount (a minus) in a later month.</translation>
    </message>
    <message>
        <source>注文番号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>注文者</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>%1 様</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>決済オーダーID</source>
        <translation>Gateway order ID</translation>
    </message>
    <message>
        <source>対応状況はすでに「%1」です。</source>
        <translation>The order status is &quot;%1&quot; already.</translation>
    </message>
    <message>
        <source>対応状況を「%1」から「%2」に変更することはできません。</source>
        <translation>The order status cannot be changed from &quot;%1&quot; to &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1 のまま売上確定しますか</source>
        <translation>Capture %1, without changing the amount?</translation>
    </message>
    <message>
        <source>%1 を売上確定しますか</source>
        <translation>Capture %1?</translation>
    </message>
    <message>
        <source>%1 を%2しますか</source>
        <translation>%2: %1?</translation>
    </message>
    <message>
        <source>この決済を%1しますか</source>
        <translation>%1: this payment?</translation>
    </message>
    <message>
        <source>この決済を%1する</source>
        <translation>%1: this payment</translation>
    </message>
    <message>
        <source>決済金額を %1 に変更しますか</source>
        <translation>Change the amount to %1?</translation>
    </message>
    <message>
        <source>%1 を再オーソリしますか</source>
        <translation>Re-authorise %1?</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>対応状況は「%1」です。この注文は請求しないはずです。</source>
        <translation>The order status is &quot;%1&quot;. This order should not be charged.</translation>
    </message>
    <message>
        <source>実売上（SALES）%1</source>
        <translation>Capture (SALES) %1</translation>
    </message>
    <message>
        <source>受け付けられたら、対応状況を入金済みにする</source>
        <translation>Set the order status to &quot;Paid&quot; when accepted</translation>
    </message>
    <message>
        <source>取消の確認</source>
        <translation>Confirm the cancel</translation>
    </message>
    <message>
        <source>締め日</source>
        <translation>Closing date</translation>
    </message>
    <message>
        <source>お客様には請求されません。</source>
        <translation>The customer will not be charged.</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>受け付けられると%1になり、後で%2になります。結果が出るまで、次の操作はできません。</source>
        <translation>Once accepted it becomes &quot;%1&quot;, and later &quot;%2&quot;. Nothing else can be done with it until the final answer.</translation>
    </message>
    <message>
        <source>WebMoneyでの支払いは、売上確定のあとも取り消せません。</source>
        <translation>What was paid by WebMoney cannot be cancelled, not even after the capture.</translation>
    </message>
    <message>
        <source>%1 までは取消ができます。</source>
        <translation>It can be cancelled until %1.</translation>
    </message>
    <message>
        <source>%1の売上確定の依頼 %2</source>
        <translation>Capture request to %1: %2</translation>
    </message>
    <message>
        <source>%1の売上確定 %2</source>
        <translation>Capture by %1: %2</translation>
    </message>
    <message>
        <source>購入者への請求が確定し、取引状態は実売上済みになります。</source>
        <translation>The buyer is charged and the payment becomes &quot;Captured&quot;.</translation>
    </message>
    <message>
        <source>%1の取消の依頼 %2</source>
        <translation>Cancel request to %1: %2</translation>
    </message>
    <message>
        <source>%1の取消 %2</source>
        <translation>Cancel by %1: %2</translation>
    </message>
    <message>
        <source>お客様は支払えなくなります。案内した番号は使えなくなります。</source>
        <translation>The customer cannot pay any more. The numbers that were sent become void.</translation>
    </message>
    <message>
        <source>決済の全額を取り消します。</source>
        <translation>The whole payment is cancelled.</translation>
    </message>
    <message>
        <source>取消は元に戻せません。もう一度支払ってもらうには、改めて注文してもらってください。</source>
        <translation>A cancel cannot be undone. To be paid again, ask the customer to order anew.</translation>
    </message>
    <message>
        <source>%1の金額変更の依頼 %2</source>
        <translation>Change request to %1: %2</translation>
    </message>
    <message>
        <source>取消</source>
        <comment>of a payment that is no card&apos;s</comment>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DayFigures</name>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n日以内</source>
        <translation>
            <numerusform>Within %n day</numerusform>
            <numerusform>Within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n日より先</source>
        <translation>
            <numerusform>After %n day</numerusform>
            <numerusform>After %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>売上期限</source>
        <translation>Capture by</translation>
    </message>
    <message>
        <source>残り</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>金額</source>
        <translation>Amount</translation>
    </message>
    <message numerus="yes">
        <source>%n日以内に期限が切れる仮売上はありません。</source>
        <translation>
            <numerusform>No authorisation lapses within %n day.</numerusform>
            <numerusform>No authorisation lapses within %n days.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 期限（%2）：%3件 %4</source>
        <translation>Lapse on %1 (%2): %3 orders, %4</translation>
    </message>
    <message>
        <source>%1件 %2</source>
        <translation>%1 orders, %2</translation>
    </message>
    <message>
        <source>売上</source>
        <translation>Captured</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Day</translation>
    </message>
    <message numerus="yes">
        <source>この%n日間に、売上と取消の操作はありません。</source>
        <translation>
            <numerusform>Nothing was captured or cancelled in the last %n day.</numerusform>
            <numerusform>Nothing was captured or cancelled in the last %n days.</numerusform>
        </translation>
    </message>
    <message>
        <source>売上 %1、取消 %2</source>
        <translation>Captured %1, cancelled %2</translation>
    </message>
    <message>
        <source>%1：売上 %2、取消 %3</source>
        <translation>%1: captured %2; cancelled %3</translation>
    </message>
</context>
<context>
    <name>DayTotalsTable</name>
    <message>
        <source>処理日</source>
        <translation>Day processed</translation>
    </message>
    <message>
        <source>種類</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>送信した処理</source>
        <translation>Sent as</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>金額</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>変更前の金額</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>変更の差額</source>
        <translation>Changed by</translation>
    </message>
    <message>
        <source>日計</source>
        <translation>Day totals</translation>
    </message>
    <message>
        <source>差額 %1</source>
        <translation>changed by %1</translation>
    </message>
    <message>
        <source>%1 %2件 %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>完了した操作はありません</source>
        <translation>No operations are done</translation>
    </message>
    <message>
        <source>、</source>
        <translation>; </translation>
    </message>
    <message>
        <source>完了した操作を、GMOが処理した日（日本時間）ごとに集計しています。</source>
        <translation>Done operations, summed by the day on which GMO processed them (Japan time).</translation>
    </message>
    <message>
        <source>売上確定は請求した金額、取消は戻した金額、再オーソリと金額変更は新しい与信の金額です。</source>
        <translation>Captures: the amount charged; cancels: the amount given back; re-authorisations and changes: the new authorisation&apos;s amount.</translation>
    </message>
</context>
<context>
    <name>DeliveryNote</name>
    <message>
        <source>お買上げ明細書(納品書)</source>
        <translation>Statement of purchase (delivery note)</translation>
    </message>
    <message>
        <source>このたびはお買上げいただきありがとうございます。</source>
        <translation>Thank you for your purchase.</translation>
    </message>
    <message>
        <source>%1（続き）</source>
        <translation>%1 (continued)</translation>
    </message>
    <message>
        <source>ご注文番号 %1</source>
        <translation>Order number %1</translation>
    </message>
    <message>
        <source>%1 / %2 ページ</source>
        <translation>Page %1 / %2</translation>
    </message>
    <message>
        <source>発行日 %1</source>
        <translation>Issued on %1</translation>
    </message>
    <message>
        <source>%1 様</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>商品名</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>単価（税込）</source>
        <translation>Unit price (tax included)</translation>
    </message>
    <message>
        <source>小計（税込）</source>
        <translation>Subtotal (tax included)</translation>
    </message>
    <message>
        <source>お届け先</source>
        <translation>Delivered to</translation>
    </message>
    <message>
        <source>ほか%1か所</source>
        <translation>and %1 more places</translation>
    </message>
    <message>
        <source>ご注文番号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>ご注文日</source>
        <translation>Ordered on</translation>
    </message>
    <message>
        <source>お支払い方法</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>小計</source>
        <translation>Subtotal</translation>
    </message>
    <message>
        <source>送料</source>
        <translation>Delivery fee</translation>
    </message>
    <message>
        <source>手数料</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>値引き</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>ポイント利用</source>
        <translation>Points used</translation>
    </message>
    <message>
        <source>税・調整</source>
        <translation>Tax and adjustment</translation>
    </message>
    <message>
        <source>合計</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>税率 %1%対象&#x3000;%2（内消費税 %3）</source>
        <translation>Taxed at %1%: %2 (of which tax %3)</translation>
    </message>
    <message>
        <source>※は軽減税率の対象です。</source>
        <translation>※ marks goods with the reduced tax rate.</translation>
    </message>
    <message>
        <source>利用ポイント&#x3000;%1 pt</source>
        <translation>Points used: %1 pt</translation>
    </message>
    <message>
        <source>加算ポイント&#x3000;%1 pt</source>
        <translation>Points earned: %1 pt</translation>
    </message>
</context>
<context>
    <name>DeliveryNoteDialog</name>
    <message>
        <source>納品書</source>
        <translation>Delivery note</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>納品書にするには多すぎます</source>
        <translation>Too many for delivery notes</translation>
    </message>
    <message>
        <source>%1件あります。一度に作れる納品書は%2件までです。選択を減らしてください。</source>
        <translation>There are %1. Up to %2 delivery notes can be made at once. Choose fewer.</translation>
    </message>
    <message>
        <source>納品書を作れません</source>
        <translation>Delivery notes cannot be made</translation>
    </message>
    <message>
        <source>納品書…</source>
        <translation>Delivery notes…</translation>
    </message>
</context>
<context>
    <name>ErrorCodes</name>
    <message>
        <source>送信内容の誤り</source>
        <translation>Wrong request</translation>
    </message>
    <message>
        <source>購入者ではなく、ショップかこのアプリの側の誤りです。コードを添えて、お問い合わせ先に知らせてください。</source>
        <translation>The mistake is with the shop or this program, not with the buyer. Tell whom you ask for support, with the code.</translation>
    </message>
    <message>
        <source>カード会社の拒否</source>
        <translation>Declined by the card company</translation>
    </message>
    <message>
        <source>購入者に別の支払方法を相談してください。理由は、購入者からカード会社に問い合わせてもらいます。</source>
        <translation>Agree with the buyer on another payment method. The buyer has to ask the card company why.</translation>
    </message>
    <message>
        <source>混雑・通信障害</source>
        <translation>Busy or cut off</translation>
    </message>
    <message>
        <source>待ってください。結果がわからないときは、GMOの状態を読み取って自動で確かめます。</source>
        <translation>Wait. Where the result is unknown, the state at GMO is read by itself until it is certain.</translation>
    </message>
    <message>
        <source>期限・限度</source>
        <translation>Deadline or limit</translation>
    </message>
    <message>
        <source>注文の金額と、受注情報に表示される期限を確かめてください。過ぎているときは、GMOに問い合わせてください。</source>
        <translation>Look at the amount of the order and at the deadlines in its window. If they are over, ask GMO.</translation>
    </message>
    <message>
        <source>GMO・決済会社の異常</source>
        <translation>Fault at GMO or beyond</translation>
    </message>
    <message>
        <source>待ってから、決済状態確認・反映をしてください。続くときは、GMOに問い合わせてください。</source>
        <translation>Wait, then check the payment status. If it goes on, ask GMO.</translation>
    </message>
    <message>
        <source>ショップの設定・契約</source>
        <translation>Set-up or contract of the shop</translation>
    </message>
    <message>
        <source>設定のショップIDとショップパスワードを確かめてください。正しければ、GMOに契約を確かめてください。</source>
        <translation>Look at shop ID and shop password in the settings. If they are right, ask GMO about the contract.</translation>
    </message>
    <message>
        <source>今の状態と合わない</source>
        <translation>Does not fit the present state</translation>
    </message>
    <message>
        <source>決済状態確認・反映で今の状態を読み取り、もう一度操作するかどうかを決めてください。</source>
        <translation>Check the payment status, then decide whether to do it again.</translation>
    </message>
    <message>
        <source>二重の操作</source>
        <translation>Sent twice</translation>
    </message>
    <message>
        <source>同じ操作がすでに届いています。もう一度操作せずに、結果の確認が終わるのを待ってください。</source>
        <translation>The same operation has arrived already. Do not repeat it; wait until its result is certain.</translation>
    </message>
    <message>
        <source>その他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>結果は、GMOの状態を読み取って確かめます。コードを添えて、GMOに問い合わせてください。</source>
        <translation>The result is checked by reading the state at GMO. Ask GMO about the code.</translation>
    </message>
    <message>
        <source>不成立。変わっていないことを読み取って確かめます</source>
        <translation>Not done. A read makes sure that nothing changed</translation>
    </message>
    <message>
        <source>処理前。間隔を空けて自動で続けます</source>
        <translation>Not begun. Tried again by itself, more slowly</translation>
    </message>
    <message>
        <source>済んでいることもあります。読み取って確かめます</source>
        <translation>It may be done already. A read makes sure</translation>
    </message>
    <message>
        <source>結果不明。読み取って確かめるまで結果確認中です</source>
        <translation>Unknown. Being checked until a read makes it certain</translation>
    </message>
</context>
<context>
    <name>FilterConditions</name>
    <message>
        <source>検索: %1</source>
        <translation>Search: %1</translation>
    </message>
    <message>
        <source>対応状況: %1</source>
        <translation>Order status: %1</translation>
    </message>
    <message>
        <source>決済状況: %1</source>
        <translation>Payment status: %1</translation>
    </message>
    <message>
        <source>支払方法: %1</source>
        <translation>Method: %1</translation>
    </message>
    <message>
        <source>売上期限: %1まで</source>
        <translation>Capture by: until %1</translation>
    </message>
    <message>
        <source>差異あり</source>
        <translation>Amounts differ</translation>
    </message>
    <message>
        <source>二重決済の疑い</source>
        <translation>Paid twice?</translation>
    </message>
    <message>
        <source>結果確認中</source>
        <translation>Checking result</translation>
    </message>
    <message>
        <source>要確認</source>
        <translation>Needs a person</translation>
    </message>
    <message>
        <source>取込と相違</source>
        <translation>Differs from import</translation>
    </message>
    <message>
        <source>取消し済み注文で未取消の決済</source>
        <translation>Cancelled order, payment still open</translation>
    </message>
    <message>
        <source>・</source>
        <translation>, </translation>
    </message>
    <message>
        <source>決済処理中の滞留: %1より前</source>
        <translation>Stuck while paying: before %1</translation>
    </message>
    <message>
        <source>要売上</source>
        <translation>To capture</translation>
    </message>
    <message>
        <source>売上期限: 超過</source>
        <translation>Capture by: overdue</translation>
    </message>
    <message numerus="yes">
        <source>売上期限: %n日以内（超過を含む）</source>
        <translation>
            <numerusform>Capture by: within %n day or overdue</numerusform>
            <numerusform>Capture by: within %n days or overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>売上期限: %n日以内</source>
        <translation>
            <numerusform>Capture by: within %n day</numerusform>
            <numerusform>Capture by: within %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>売上期限: %1〜%2</source>
        <translation>Capture by: %1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>決済処理中の滞留: %n分以上</source>
        <translation>
            <numerusform>Stuck while paying: %n minute or more</numerusform>
            <numerusform>Stuck while paying: %n minutes or more</numerusform>
        </translation>
    </message>
    <message>
        <source>入金された</source>
        <translation>Paid in cash</translation>
    </message>
    <message>
        <source>楽天ペイ待ち</source>
        <translation>Waiting for Rakuten Pay</translation>
    </message>
    <message>
        <source>お支払期限: 超過</source>
        <translation>Pay by: overdue</translation>
    </message>
    <message numerus="yes">
        <source>お支払期限: %n日以内</source>
        <translation>
            <numerusform>Pay by: within %n day</numerusform>
            <numerusform>Pay by: within %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>お支払期限: %1〜%2</source>
        <translation>Pay by: %1 – %2</translation>
    </message>
    <message>
        <source>ショップ未反映</source>
        <translation>Not yet in the shop</translation>
    </message>
    <message>
        <source>注文者名: %1</source>
        <translation>Orderer: %1</translation>
    </message>
    <message>
        <source>注文者名(カナ): %1</source>
        <translation>Orderer (kana): %1</translation>
    </message>
    <message>
        <source>注文者会社名: %1</source>
        <translation>Company: %1</translation>
    </message>
    <message>
        <source>メールアドレス: %1</source>
        <translation>Email: %1</translation>
    </message>
    <message>
        <source>電話番号: %1</source>
        <translation>Phone: %1</translation>
    </message>
    <message>
        <source>注文番号: %1</source>
        <translation>Order number: %1</translation>
    </message>
    <message>
        <source>お問い合わせ番号: %1</source>
        <translation>Tracking number: %1</translation>
    </message>
    <message>
        <source>購入商品名: %1</source>
        <translation>Product: %1</translation>
    </message>
    <message>
        <source>注文日: %1〜%2</source>
        <translation>Ordered: %1 – %2</translation>
    </message>
    <message>
        <source>入金日: %1〜%2</source>
        <translation>Paid: %1 – %2</translation>
    </message>
    <message>
        <source>お届け日: %1〜%2</source>
        <translation>Delivery date: %1 – %2</translation>
    </message>
    <message>
        <source>購入金額: %1〜%2</source>
        <translation>Total: %1 – %2</translation>
    </message>
    <message>
        <source>お届け先: %1</source>
        <translation>Delivered to: %1</translation>
    </message>
</context>
<context>
    <name>FilterEntries</name>
    <message>
        <source>日付は「2020/12/03」の形で入力してください。</source>
        <translation>Enter the date like this: 2020/12/03.</translation>
    </message>
    <message>
        <source>日付は「2020/12/03」か「2020/12/03 13:21」の形で入力してください。</source>
        <translation>Enter the date like this: 2020/12/03 or 2020/12/03 13:21.</translation>
    </message>
    <message>
        <source>金額は「3200」のように、12桁までの数字で入力してください。</source>
        <translation>Enter the amount in up to 12 digits, like this: 3200.</translation>
    </message>
    <message>
        <source>カナは「ヤマダ」のように、全角カタカナで入力してください。</source>
        <translation>Enter the kana in full-width katakana.</translation>
    </message>
    <message>
        <source>電話番号は数字とハイフンで入力してください。</source>
        <translation>Enter the phone number in digits and hyphens.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>%n日超過</source>
        <translation>
            <numerusform>%n day over</numerusform>
            <numerusform>%n days over</numerusform>
        </translation>
    </message>
    <message>
        <source>今日まで</source>
        <translation>until today</translation>
    </message>
    <message numerus="yes">
        <source>あと %n日</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>今日 %1に終了</source>
        <translation>over today at %1</translation>
    </message>
    <message>
        <source>今日 %1まで</source>
        <translation>today until %1</translation>
    </message>
</context>
<context>
    <name>GatewayInquiry</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>日時（日本時間）</source>
        <translation>Time (Japan)</translation>
    </message>
    <message>
        <source>ショップID</source>
        <translation>Shop ID</translation>
    </message>
    <message>
        <source>決済オーダーID</source>
        <translation>Gateway order ID</translation>
    </message>
    <message>
        <source>注文番号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>支払方法</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>呼び出し</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>エラーコード</source>
        <translation>Error code</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>送信したアプリ</source>
        <translation>Sent by</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>キー操作の一覧</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>キー</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>決済状況</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>意味</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>はじめに</source>
        <translation>First</translation>
    </message>
    <message>
        <source>操作ガイド</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>画面と規則</source>
        <translation>Windows and rules</translation>
    </message>
    <message>
        <source>一覧表</source>
        <translation>Tables</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>すべての期間</source>
        <translation>All dates</translation>
    </message>
    <message>
        <source>%1～%2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>実行中</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>一時停止</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>終了</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>実売上</source>
        <translation>Capture</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>返品</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>月跨ぎ返品</source>
        <translation>Later return</translation>
    </message>
    <message>
        <source>仮売上</source>
        <translation>Authorise</translation>
    </message>
    <message>
        <source>即時売上</source>
        <translation>Capture at once</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>期間：%1</source>
        <translation>Period: %1</translation>
    </message>
    <message>
        <source>担当者：%1</source>
        <translation>Operator: %1</translation>
    </message>
    <message>
        <source>種類：%1</source>
        <translation>Kind: %1</translation>
    </message>
    <message>
        <source>状態：%1</source>
        <translation>State: %1</translation>
    </message>
    <message>
        <source>中止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>対応状況：%1</source>
        <translation>Order status: %1</translation>
    </message>
    <message>
        <source>終了日：%1</source>
        <translation>Ended: %1</translation>
    </message>
</context>
<context>
    <name>LogContent</name>
    <message>
        <source>決済金額</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>税送料</source>
        <translation>Tax and postage</translation>
    </message>
    <message>
        <source>取引状態</source>
        <translation>Status at GMO</translation>
    </message>
    <message>
        <source>処理区分</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>承認番号</source>
        <translation>Approval number</translation>
    </message>
    <message>
        <source>仕向け先</source>
        <translation>Acquirer</translation>
    </message>
    <message>
        <source>トランザクションID</source>
        <translation>Transaction ID</translation>
    </message>
    <message>
        <source>処理日時</source>
        <translation>Processed</translation>
    </message>
    <message>
        <source>前</source>
        <translation>before</translation>
    </message>
    <message>
        <source>後</source>
        <translation>after</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>決済オーダーID</source>
        <translation>Gateway order ID</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>通信</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>取消金額</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>取消の税送料</source>
        <translation>Tax and postage cancelled</translation>
    </message>
    <message>
        <source>コンビニ</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>お支払期限</source>
        <translation>Pay by</translation>
    </message>
    <message>
        <source>払込日時</source>
        <translation>Paid at</translation>
    </message>
    <message>
        <source>注文日</source>
        <translation>Ordered on</translation>
    </message>
    <message>
        <source>完了日</source>
        <translation>Completed on</translation>
    </message>
    <message>
        <source>決済手段</source>
        <translation>Paid by</translation>
    </message>
</context>
<context>
    <name>LogWords</name>
    <message>
        <source>依頼</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>開始</source>
        <translation>Begun</translation>
    </message>
    <message>
        <source>送信の記録</source>
        <translation>Sending noted</translation>
    </message>
    <message>
        <source>送信</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>GMOの回答</source>
        <translation>GMO&apos;s answer</translation>
    </message>
    <message>
        <source>決済状態確認・反映</source>
        <translation>Check payment status</translation>
    </message>
    <message>
        <source>担当者の判断</source>
        <translation>Operator&apos;s decision</translation>
    </message>
    <message>
        <source>自動処理</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>連携</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>連携の解除</source>
        <translation>Unlinked</translation>
    </message>
    <message>
        <source>対応状況の変更</source>
        <translation>Order status changed</translation>
    </message>
    <message>
        <source>取りやめ</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>取込</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>相違の解決</source>
        <translation>Difference resolved</translation>
    </message>
    <message>
        <source>成功</source>
        <translation>success</translation>
    </message>
    <message>
        <source>拒否</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>混雑</source>
        <translation>busy</translation>
    </message>
    <message>
        <source>矛盾</source>
        <translation>contradiction</translation>
    </message>
    <message>
        <source>結果不明</source>
        <translation>result unknown</translation>
    </message>
    <message>
        <source>未送信</source>
        <translation>not sent</translation>
    </message>
    <message>
        <source>読み取り</source>
        <translation>read</translation>
    </message>
    <message>
        <source>取引なし</source>
        <translation>no such payment</translation>
    </message>
    <message>
        <source>読み取れず</source>
        <translation>unreadable</translation>
    </message>
    <message>
        <source>ショップ拒否</source>
        <translation>shop refused</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>引き継ぎ</source>
        <translation>taken over</translation>
    </message>
    <message>
        <source>受注の編集</source>
        <translation>Order edited</translation>
    </message>
    <message>
        <source>編集の引き取り</source>
        <translation>Editing taken over</translation>
    </message>
</context>
<context>
    <name>ManyWords</name>
    <message>
        <source>すでに「%1」です。</source>
        <translation>Already “%1”.</translation>
    </message>
    <message>
        <source>「%1」から「%2」には変更できません。</source>
        <translation>“%1” cannot become “%2”.</translation>
    </message>
    <message>
        <source>決済状態を確認できる注文がありません。</source>
        <translation>There is no order whose payment state can be read.</translation>
    </message>
    <message>
        <source>対応状況を「%1」に変更できる注文がありません。</source>
        <translation>There is no order that can be set to “%1”.</translation>
    </message>
    <message>
        <source>%1件、合計 %2 の決済状態をGMOで確認します。</source>
        <translation>Reads the payment state of %1 orders, %2 in total, from GMO.</translation>
    </message>
    <message>
        <source>%1件、合計 %2 の注文の対応状況を「%3」に変更します。</source>
        <translation>Sets %1 orders, %2 in total, to “%3”.</translation>
    </message>
    <message>
        <source>%1件は対象外です。</source>
        <translation>%1 are left out.</translation>
    </message>
    <message>
        <source>GMOに今の状態を問い合わせて、この一覧に反映します。請求には影響しません。</source>
        <translation>Asks GMO for the present state and shows it in the list. No charge is affected.</translation>
    </message>
    <message>
        <source>GMOの決済には影響しません。請求の確定や取消は、決済の操作で行ってください。</source>
        <translation>The payment at GMO is not affected. Capture or cancel it with the payment commands.</translation>
    </message>
    <message>
        <source>%1件の決済状態を確認する</source>
        <translation>Check the state of %1 payments</translation>
    </message>
    <message>
        <source>%1件を「%2」にする</source>
        <translation>Set %1 orders to “%2”</translation>
    </message>
    <message>
        <source>照会（%1）</source>
        <translation>inquiry (%1)</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>MethodRows</name>
    <message>
        <source>承認番号</source>
        <translation>Approval number</translation>
    </message>
    <message>
        <source>支払い方法</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>仕向け先</source>
        <translation>Acquirer</translation>
    </message>
    <message>
        <source>トランザクションID</source>
        <translation>Transaction ID</translation>
    </message>
    <message>
        <source>与信日時</source>
        <translation>Authorised at</translation>
    </message>
    <message>
        <source>コンビニ</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>受付番号（払込票番号）</source>
        <translation>Receipt number (payment slip)</translation>
    </message>
    <message>
        <source>受付番号（注文番号）</source>
        <translation>Receipt number (order number)</translation>
    </message>
    <message>
        <source>受付番号</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>確認番号（企業コード）</source>
        <translation>Confirmation number (company code)</translation>
    </message>
    <message>
        <source>確認番号</source>
        <translation>Confirmation number</translation>
    </message>
    <message>
        <source>払込日時</source>
        <translation>Paid at</translation>
    </message>
    <message>
        <source>収納機関番号</source>
        <translation>Biller number</translation>
    </message>
    <message>
        <source>お客様番号</source>
        <translation>Customer number</translation>
    </message>
    <message>
        <source>お支払い画面のURL</source>
        <translation>Address of the payment page</translation>
    </message>
    <message>
        <source>決済手段</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>お支払番号</source>
        <translation>Payment number</translation>
    </message>
    <message>
        <source>注文日</source>
        <translation>Ordered on</translation>
    </message>
    <message>
        <source>完了日</source>
        <translation>Completed on</translation>
    </message>
    <message>
        <source>決済番号</source>
        <translation>Settlement number</translation>
    </message>
    <message>
        <source>トラッキングID</source>
        <translation>Tracking ID</translation>
    </message>
    <message>
        <source>ローソン</source>
        <translation>Lawson</translation>
    </message>
    <message>
        <source>ファミリーマート</source>
        <translation>FamilyMart</translation>
    </message>
    <message>
        <source>サンクス</source>
        <translation>Sunkus</translation>
    </message>
    <message>
        <source>サークルK</source>
        <translation>Circle K</translation>
    </message>
    <message>
        <source>ミニストップ</source>
        <translation>Ministop</translation>
    </message>
    <message>
        <source>デイリーヤマザキ</source>
        <translation>Daily Yamazaki</translation>
    </message>
    <message>
        <source>セブンイレブン</source>
        <translation>7-Eleven</translation>
    </message>
    <message>
        <source>セイコーマート</source>
        <translation>Seicomart</translation>
    </message>
    <message>
        <source>スリーエフ</source>
        <translation>Three F</translation>
    </message>
    <message>
        <source>キャリア請求</source>
        <translation>Carrier bill</translation>
    </message>
    <message>
        <source>クレジットカード</source>
        <translation>Credit card</translation>
    </message>
    <message>
        <source>一括払い</source>
        <translation>One payment</translation>
    </message>
    <message>
        <source>分割%1回払い</source>
        <translation>%1 instalments</translation>
    </message>
    <message>
        <source>ボーナス一括</source>
        <translation>Bonus, one payment</translation>
    </message>
    <message>
        <source>ボーナス分割%1回払い</source>
        <translation>Bonus, %1 instalments</translation>
    </message>
    <message>
        <source>リボ払い</source>
        <translation>Revolving</translation>
    </message>
</context>
<context>
    <name>OperationsTable</name>
    <message>
        <source>日時</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>注文番号</source>
        <translation>Order no.</translation>
    </message>
    <message>
        <source>お名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>種類</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>金額</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>担当者</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>送信した処理</source>
        <translation>Sent as</translation>
    </message>
    <message>
        <source>決済オーダーID</source>
        <translation>Gateway order ID</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>変更前の金額</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>エラーコード</source>
        <translation>Error code</translation>
    </message>
    <message>
        <source>終了日時</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>一括処理のID</source>
        <translation>Bulk run ID</translation>
    </message>
    <message>
        <source>操作：%1件</source>
        <translation>Operations: %1</translation>
    </message>
    <message>
        <source>操作の履歴</source>
        <translation>History of operations</translation>
    </message>
</context>
<context>
    <name>OrderCells</name>
    <message>
        <source>未入金</source>
        <translation>not paid</translation>
    </message>
    <message numerus="yes">
        <source>%1 ほか%n件</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>二重決済の疑い</source>
        <translation>Paid twice?</translation>
    </message>
    <message>
        <source>あり</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>未出荷</source>
        <translation>not shipped</translation>
    </message>
    <message>
        <source>GMOの結果を確認しています。もう一度操作する必要はありません。</source>
        <translation>The result at GMO is being checked. Do not repeat the operation.</translation>
    </message>
    <message>
        <source>担当者の確認が必要です。</source>
        <translation>A person must look at this.</translation>
    </message>
    <message>
        <source>対応状況は受注管理での状況です。GMOの決済の状況とは別のものです。</source>
        <translation>Where the order stands in the shop. Not the state of the payment at GMO.</translation>
    </message>
    <message>
        <source>決済状況はGMOでの決済の状態です。受注の対応状況とは別のものです。</source>
        <translation>Where the payment stands at GMO. Not the status of the order.</translation>
    </message>
    <message>
        <source>お支払い合計から決済金額を引いた差です。</source>
        <translation>The order&apos;s total less the payment&apos;s amount.</translation>
    </message>
    <message>
        <source>注文者</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>受注日時</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>支払方法</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>対応状況</source>
        <translation>Order status</translation>
    </message>
    <message>
        <source>購入金額</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>入金日</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>決済状況</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>差異</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>お問合せ</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>出荷状況</source>
        <translation>Shipped</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>Tracking no.</translation>
    </message>
    <message>
        <source>お届け先</source>
        <translation>Deliver to</translation>
    </message>
    <message>
        <source>決済オーダーID</source>
        <translation>Gateway order ID</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>注文番号 %1 の受注情報を開きます。</source>
        <translation>Opens order %1.</translation>
    </message>
    <message>
        <source>クリックすると、変更できる対応状況を表示します。</source>
        <translation>Click to see the order statuses it can be changed to.</translation>
    </message>
    <message>
        <source>GMOでの決済の金額（税を含む）です。</source>
        <translation>Amount of the payment at GMO (including tax).</translation>
    </message>
    <message>
        <source>この決済に最後に行った操作とその結果です。</source>
        <translation>The last operation on this payment and its result.</translation>
    </message>
    <message>
        <source>注文番号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>お名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>決済金額</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>最終操作</source>
        <translation>Last operation</translation>
    </message>
    <message>
        <source>最終エラー</source>
        <translation>Last error</translation>
    </message>
    <message>
        <source>選択中</source>
        <translation>ticked</translation>
    </message>
    <message>
        <source>未選択</source>
        <translation>not ticked</translation>
    </message>
    <message>
        <source>取消 今日まで</source>
        <translation>last day to cancel</translation>
    </message>
    <message numerus="yes">
        <source>取消 あと %n日</source>
        <translation>
            <numerusform>%n day to cancel</numerusform>
            <numerusform>%n days to cancel</numerusform>
        </translation>
    </message>
    <message>
        <source>変更・取消の期限: %1（%2）。過ぎると、取消(返品)も決済金額変更もできなくなります。</source>
        <translation>Last day to change or cancel: %1 (%2). After it the payment can be neither cancelled nor changed.</translation>
    </message>
    <message>
        <source>売上期限: %1（%2）。過ぎると売上処理ができなくなり、購入者に請求できません。</source>
        <translation>Capture by %1 (%2). After it the payment cannot be captured and the buyer cannot be charged.</translation>
    </message>
    <message>
        <source>売上期限超過: %1 を過ぎたため、売上処理はできません。%2 までに取消のあと再オーソリを行ってください。</source>
        <translation>Capture overdue: it was possible until %1 and is not any more. Cancel and re-authorise by %2.</translation>
    </message>
    <message>
        <source>売上期限超過: %1 を過ぎたため、売上処理はできません。取消の期限も過ぎています。GMOに問い合わせてください。</source>
        <translation>Capture overdue: it was possible until %1 and is not any more. The deadline for cancelling is over too. Please ask GMO.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>注文番号と注文者のお名前です。</source>
        <translation>The order number and the name of the customer.</translation>
    </message>
    <message>
        <source>注文を受けた日時（日本時間）です。</source>
        <translation>When the order came in (Japan time).</translation>
    </message>
    <message>
        <source>購入者が選んだ支払方法です。ショップでの名称を表示します。</source>
        <translation>The way to pay that the buyer chose, by the shop&apos;s own name for it.</translation>
    </message>
    <message>
        <source>受注のお支払い合計です。</source>
        <translation>What the order comes to, the total to be paid.</translation>
    </message>
    <message>
        <source>ショップで入金を記録した日です。なければ「未入金」です。</source>
        <translation>The day on which the shop noted the money as received, or &quot;not paid&quot;.</translation>
    </message>
    <message>
        <source>購入者の要望等か、ショップ用メモがある受注です。</source>
        <translation>Orders with a message from the buyer or a note of the shop.</translation>
    </message>
    <message>
        <source>商品を出荷した日です。なければ「未出荷」です。</source>
        <translation>The day on which the goods were shipped, or &quot;not shipped&quot;.</translation>
    </message>
    <message>
        <source>配送のお問い合わせ番号です。</source>
        <translation>The number for tracking the parcel.</translation>
    </message>
    <message>
        <source>お届け先のお名前と都道府県です。</source>
        <translation>Name and prefecture that the goods go to.</translation>
    </message>
    <message>
        <source>GMOがこの決済を見分ける番号です。</source>
        <translation>The number by which GMO knows this payment.</translation>
    </message>
    <message>
        <source>クリックすると、受注情報を開きます。</source>
        <translation>A click opens the order.</translation>
    </message>
    <message>
        <source>注文者のお名前です。なければ会社名です。</source>
        <translation>The name of the customer, or of the firm where there is none.</translation>
    </message>
    <message>
        <source>最後にGMOから返ったエラーコードとその意味です。行のメニューでコピーできます。</source>
        <translation>The last error code from GMO and what it means. The menu of the row copies it.</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message numerus="yes">
        <source>支払 %n日超過</source>
        <translation>
            <numerusform>%n day late to pay</numerusform>
            <numerusform>%n days late to pay</numerusform>
        </translation>
    </message>
    <message>
        <source>支払 今日まで</source>
        <translation>last day to pay</translation>
    </message>
    <message numerus="yes">
        <source>支払 あと %n日</source>
        <translation>
            <numerusform>%n day to pay</numerusform>
            <numerusform>%n days to pay</numerusform>
        </translation>
    </message>
    <message>
        <source>取消の期限: %1（%2）。過ぎると、取消(返品)ができなくなります。</source>
        <translation>Cancel by %1 (%2). After it the payment cannot be cancelled.</translation>
    </message>
    <message>
        <source>お支払期限: %1（%2）。まもなく期限切れになるか、期限内の入金が知らされます。</source>
        <translation>Pay by %1 (%2). Soon it will be expired, or a payment made in time will be told.</translation>
    </message>
    <message>
        <source>お支払期限: %1（%2）。購入者が支払わないと、期限切れになります。</source>
        <translation>Pay by %1 (%2). If the buyer does not pay, it expires.</translation>
    </message>
    <message>
        <source>売上期限超過: %1 を過ぎたため、売上処理はできません。%2 までに取消して、改めて支払ってもらってください。</source>
        <translation>Capture overdue: it was possible until %1 and is not any more. Cancel it by %2 and ask the buyer to pay anew.</translation>
    </message>
    <message>
        <source>いちばん近い期限です。仮売上済みの決済は売上期限（過ぎると売上処理ができません）、入金待ちの決済はお支払期限、売上の確定した決済は変更・取消の期限です。並べ替えは売上期限の順で、ほかの期限の順はメニューから選べます。</source>
        <translation>The nearest deadline. Of an authorised payment, the last day to capture it; of one that waits for the buyer, the last day to pay; of a captured one, the last day to change or cancel it. Sorted by the deadline for capturing; the menu sorts by the others.</translation>
    </message>
    <message numerus="yes">
        <source>売上 %n日超過</source>
        <translation>
            <numerusform>%n day too late</numerusform>
            <numerusform>%n days too late</numerusform>
        </translation>
    </message>
    <message>
        <source>売上 今日まで</source>
        <translation>last day to capture</translation>
    </message>
    <message numerus="yes">
        <source>売上 あと %n日</source>
        <translation>
            <numerusform>%n day to capture</numerusform>
            <numerusform>%n days to capture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>取消 %n日超過</source>
        <translation>
            <numerusform>%n day too late</numerusform>
            <numerusform>%n days too late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>変更 %n日超過</source>
        <translation>
            <numerusform>%n day too late</numerusform>
            <numerusform>%n days too late</numerusform>
        </translation>
    </message>
    <message>
        <source>変更 今日まで</source>
        <translation>last day to change</translation>
    </message>
    <message numerus="yes">
        <source>変更 あと %n日</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>変更・取消の期限: %1（%2）。過ぎたため、取消(返品)も決済金額変更もできません。</source>
        <translation>Last day to change or cancel: %1 (%2). It is over: the payment can be neither cancelled nor changed any more.</translation>
    </message>
    <message>
        <source>取消の期限: %1（%2）。過ぎたため、取消(返品)はできません。</source>
        <translation>Cancel by %1 (%2). It is over: the payment cannot be cancelled any more.</translation>
    </message>
    <message>
        <source>期限（売上）</source>
        <translation>Capture by</translation>
    </message>
    <message>
        <source>期限（支払）</source>
        <translation>Pay by</translation>
    </message>
    <message>
        <source>期限（取消）</source>
        <translation>Cancel by</translation>
    </message>
    <message>
        <source>期限（変更）</source>
        <translation>Change by</translation>
    </message>
    <message>
        <source>並べ替えに選んだ期限だけを表示しています。ほかの項目で並べ替えると、いちばん近い期限を表示します。</source>
        <translation>Only the deadline that the list is sorted by. Sort by anything else to see the nearest one.</translation>
    </message>
</context>
<context>
    <name>OrderEntries</name>
    <message>
        <source>ファイルを開けません。%1</source>
        <translation>The file cannot be opened. %1</translation>
    </message>
    <message>
        <source>ファイルが大きすぎます。1,000,000バイトまでにしてください。</source>
        <translation>The file is too large (1,000,000 bytes at most).</translation>
    </message>
    <message>
        <source>文字コードがUTF-8でもShift_JISでもないため、読み取れません。</source>
        <translation>Cannot be read, as it is neither UTF-8 nor Shift_JIS.</translation>
    </message>
</context>
<context>
    <name>OrderExport</name>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>一覧に表示している列（並び順も同じ）</source>
        <translation>The columns shown in the list, in their order</translation>
    </message>
    <message>
        <source>受注CSV（EC-CUBE 4の70列、明細ごとに1行）</source>
        <translation>Order CSV (EC-CUBE 4&apos;s 70 columns, one line per item)</translation>
    </message>
    <message>
        <source>出荷CSV登録用（EC-CUBE 4の3列、出荷済みのお届け先だけ）</source>
        <translation>For EC-CUBE 4&apos;s shipping upload (3 columns, shipped parcels only)</translation>
    </message>
    <message>
        <source>選択した受注だけ（%1件）</source>
        <translation>Only the ticked orders (%1)</translation>
    </message>
    <message>
        <source>選択した受注だけ</source>
        <translation>Only the ticked orders</translation>
    </message>
    <message>
        <source>検索結果すべて（%1件）</source>
        <translation>All results (%1)</translation>
    </message>
    <message>
        <source>検索結果すべて</source>
        <translation>All results</translation>
    </message>
    <message>
        <source>対象</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>「%1」を、今の条件と並び順で書き出します。</source>
        <translation>Exports “%1” with its present conditions and order.</translation>
    </message>
    <message>
        <source>「%1」の検索結果%2件を、今の並び順で書き出します。</source>
        <translation>Exports the %2 results of “%1” in their present order.</translation>
    </message>
</context>
<context>
    <name>OrderValues</name>
    <message>
        <source>売上期限</source>
        <translation>Capture deadline</translation>
    </message>
    <message>
        <source>お支払期限</source>
        <translation>Payment due</translation>
    </message>
    <message>
        <source>変更・取消の期限</source>
        <translation>Change and cancel deadline</translation>
    </message>
    <message>
        <source>期限の種類</source>
        <translation>Kind of deadline</translation>
    </message>
    <message>
        <source>都道府県</source>
        <translation>Prefecture</translation>
    </message>
    <message>
        <source>お届け先の数</source>
        <translation>Parcels</translation>
    </message>
    <message>
        <source>最終操作の結果</source>
        <translation>Result of the last operation</translation>
    </message>
    <message>
        <source>最終エラーの意味</source>
        <translation>Meaning of the last error</translation>
    </message>
</context>
<context>
    <name>OrderView</name>
    <message>
        <source>受注一覧</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>差異あり</source>
        <translation>Amounts differ</translation>
    </message>
    <message>
        <source>結果確認中</source>
        <translation>Checking result</translation>
    </message>
    <message>
        <source>要確認</source>
        <translation>Needs a person</translation>
    </message>
    <message>
        <source>二重決済の疑い</source>
        <translation>Paid twice?</translation>
    </message>
    <message>
        <source>未連携</source>
        <translation>Not linked</translation>
    </message>
    <message>
        <source>取込と相違</source>
        <translation>Differs from import</translation>
    </message>
    <message>
        <source>購入処理中と決済処理中を除く、すべての受注です。</source>
        <translation>All orders but those still being bought or paid.</translation>
    </message>
    <message>
        <source>お支払い合計と決済金額が違う受注です。</source>
        <translation>Orders whose total is not the payment&apos;s amount.</translation>
    </message>
    <message>
        <source>GMOの回答がなく、結果を確認している受注です。もう一度操作する必要はありません。</source>
        <translation>Orders without an answer from GMO; the result is being checked. Do not repeat the operation.</translation>
    </message>
    <message>
        <source>GMOの状態が予想と違い、担当者の確認が必要な受注です。</source>
        <translation>Orders whose state at GMO is not the expected one; a person must look.</translation>
    </message>
    <message>
        <source>有効な決済が2件以上ある受注です。</source>
        <translation>Orders with two or more open payments.</translation>
    </message>
    <message>
        <source>取り込んだ値と、ここで変えた値が違う受注です。</source>
        <translation>Orders changed both here and in the shop&apos;s system.</translation>
    </message>
    <message>
        <source>取消し済み注文で未取消の決済</source>
        <translation>Cancelled order, payment still open</translation>
    </message>
    <message>
        <source>取消し済みで未取消</source>
        <translation>Cancelled, still open</translation>
    </message>
    <message>
        <source>要売上</source>
        <translation>To capture</translation>
    </message>
    <message>
        <source>決済処理中の滞留</source>
        <translation>Stuck while paying</translation>
    </message>
    <message>
        <source>仮売上済みで、まだ売上を確定していない受注です。注文取消しと返品は含みません。</source>
        <translation>Authorised orders that are not captured yet; without those cancelled or returned.</translation>
    </message>
    <message numerus="yes">
        <source>購入処理中か決済処理中のまま%n分以上たった受注です。決済の途中で止まっているおそれがあります。</source>
        <translation>
            <numerusform>Orders still being bought or paid after %n minute or more. They may be stuck in the middle of the payment.</numerusform>
            <numerusform>Orders still being bought or paid after %n minutes or more. They may be stuck in the middle of the payment.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>売上期限が%n日以内</source>
        <translation>
            <numerusform>Capture due in %n day</numerusform>
            <numerusform>Capture due in %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>売上期限超過</source>
        <translation>Capture overdue</translation>
    </message>
    <message numerus="yes">
        <source>仮売上済みのままで、売上期限まで%n日以内の受注です。期限の日も含みます。</source>
        <translation>
            <numerusform>Authorised orders that must be captured within %n day, the last day included.</numerusform>
            <numerusform>Authorised orders that must be captured within %n days, the last day included.</numerusform>
        </translation>
    </message>
    <message>
        <source>仮売上済みのまま、売上期限を過ぎた受注です。もう売上を確定できません。</source>
        <translation>Authorised orders whose capture deadline is over. They cannot be captured any more.</translation>
    </message>
    <message>
        <source>GMO決済の受注で、決済オーダーIDがまだわからないものです。</source>
        <translation>GMO orders whose gateway order ID is not known yet.</translation>
    </message>
    <message>
        <source>注文取消しか返品になったのに、決済が残っている受注です。取り消さないと、お客様に請求されたり、お店や銀行で支払われたりします。すでに支払われた分は、別の方法で返金します。</source>
        <translation>The order was cancelled or returned, and its payment is still there. Unless it is cancelled, the customer is charged or still pays at the store or bank. What was paid already is to be refunded by other means.</translation>
    </message>
    <message>
        <source>ショップ未反映</source>
        <translation>Not yet in the shop</translation>
    </message>
    <message>
        <source>ここで変えた値が、まだショップの受注データにない受注です。同じ値のファイルを取り込むと外れます。</source>
        <translation>Orders with values changed here that the shop&apos;s data does not have yet. They leave this list when a file with the same values is imported.</translation>
    </message>
</context>
<context>
    <name>PaymentCommands</name>
    <message>
        <source>GMOに接続していないため、実行できません。設定の接続先とショップパスワードを確認してください。</source>
        <translation>Not possible without a connection to GMO. Check the gateway and the shop password in the settings.</translation>
    </message>
    <message>
        <source>この注文には、この決済オーダーIDがすでに連携されています。</source>
        <translation>This gateway order ID is linked to this order already.</translation>
    </message>
    <message>
        <source>対応状況はまだ変更していません。結果が完了になったら「%1」に変更してください。</source>
        <translation>The order status has not been changed yet. Set it to &quot;%1&quot; once the result is done.</translation>
    </message>
    <message>
        <source>決済オーダーID「%1」は、注文 %2 に紐付いています。</source>
        <translation>The payment order ID &quot;%1&quot; is linked to order %2.</translation>
    </message>
</context>
<context>
    <name>PaymentPanelModel</name>
    <message>
        <source>売上確定(実売上)実行</source>
        <translation>Capture</translation>
    </message>
    <message>
        <source>決済金額のまま売上確定</source>
        <translation>Capture the payment&apos;s amount as it is</translation>
    </message>
    <message>
        <source>取消(返品)実行</source>
        <translation>Cancel (refund)</translation>
    </message>
    <message>
        <source>決済金額変更 %1→%2</source>
        <translation>Change amount %1 → %2</translation>
    </message>
    <message>
        <source>決済金額変更</source>
        <translation>Change amount</translation>
    </message>
    <message>
        <source>再オーソリ</source>
        <translation>Re-authorise</translation>
    </message>
    <message>
        <source>今すぐ確認</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>決済状態確認・反映</source>
        <translation>Check payment status</translation>
    </message>
    <message>
        <source>GMOの回答を待っています。</source>
        <translation>Waiting for GMO&apos;s answer.</translation>
    </message>
    <message>
        <source>確認画面を開いています。</source>
        <translation>The confirmation is open.</translation>
    </message>
    <message>
        <source>結果を確認しています。再操作は不要です。</source>
        <translation>The result is being checked. Do not repeat the operation.</translation>
    </message>
    <message>
        <source>要確認の内容を先に解決してください。</source>
        <translation>Resolve what needs a person first.</translation>
    </message>
    <message>
        <source>確認の済んでいない操作がある間は、連携を外せません。</source>
        <translation>It cannot be unlinked while an operation is not settled.</translation>
    </message>
    <message>
        <source>決済種別</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>取引状態</source>
        <translation>Status at GMO</translation>
    </message>
    <message>
        <source>未確認</source>
        <translation>Not read yet</translation>
    </message>
    <message>
        <source>決済金額</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>%1（GMOの値: %2）</source>
        <translation>%1 (GMO&apos;s value: %2)</translation>
    </message>
    <message>
        <source>差異</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>なし</source>
        <translation>none</translation>
    </message>
    <message>
        <source>決済オーダーID</source>
        <translation>Gateway order ID</translation>
    </message>
    <message>
        <source>最終確認</source>
        <translation>Last checked</translation>
    </message>
    <message>
        <source>決済オーダーIDが連携されていないため、決済を操作できません。下の「決済オーダーIDを連携」から連携してください。</source>
        <translation>No gateway order ID is linked, so the payment cannot be worked on. Link it with &quot;Link gateway order ID&quot; below.</translation>
    </message>
    <message>
        <source>二重決済の疑い: 有効な決済が2件以上あります。操作する決済を選んでください。</source>
        <translation>Paid twice? Two or more payments are open. Choose the one to work on.</translation>
    </message>
    <message>
        <source>結果確認中（再操作不要）: %1の結果をGMOに確認しています。%2</source>
        <translation>Checking result (do not repeat): GMO is being asked for the result of &quot;%1&quot;. %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>要確認: このアプリの外で決済が変わりました（%1 → %2、%3）。</source>
        <translation>Needs a person: the payment was changed outside this program (%1 → %2, %3).</translation>
    </message>
    <message>
        <source>※決済金額とお支払い合計に差異があります。決済金額 %1、お支払い合計 %2。</source>
        <translation>The payment&apos;s amount is not the order&apos;s total: payment %1, order %2. </translation>
    </message>
    <message>
        <source>決済金額変更を行うと仮売上済みのまま金額が変わり、その後、通常通り売上処理ができます。</source>
        <translation>After a change of amount it stays &quot;Authorised&quot; and can be captured as usual.</translation>
    </message>
    <message>
        <source>決済金額変更を行うと、変更後は即時売上済みになります。</source>
        <translation>After a change of amount it becomes &quot;Captured at once&quot;.</translation>
    </message>
    <message>
        <source>GMOの状態はまだ確認していません。「決済状態確認・反映」で確認できます。</source>
        <translation>The state at GMO is not known yet. &quot;Check payment status&quot; reads it.</translation>
    </message>
    <message>
        <source>売上期限 %1 を過ぎています。売上処理はできません。取消のあと再オーソリを行ってください。</source>
        <translation>The capture deadline %1 is over; it cannot be captured. Cancel it, then re-authorise.</translation>
    </message>
    <message>
        <source>請求はまだ確定していません。売上処理をすると請求金額が確定します。</source>
        <translation>Nothing is charged yet. The charge becomes final when it is captured.</translation>
    </message>
    <message>
        <source>要確認の内容を解決するまで、連携を外せません。</source>
        <translation>The link cannot be removed until what needs a person is resolved.</translation>
    </message>
    <message>
        <source>要確認: 決済金額変更の途中で承認が失われました。このままでは代金を請求できません。商品を発送せず、GMOの管理画面と見比べ、理由を付けて解決してから、再オーソリしてください。</source>
        <translation>Needs a person: the authorisation was lost during the amount change, so nothing can be charged as it stands. Do not ship the goods; compare with the GMO console, resolve this with a reason, and then authorise again.</translation>
    </message>
    <message>
        <source>売上期限</source>
        <translation>Capture by</translation>
    </message>
    <message>
        <source>変更・取消期限</source>
        <translation>Change or cancel by</translation>
    </message>
    <message>
        <source>対応状況は「%1」ですが、与信が残っています。取消(返品)を行ってください。</source>
        <translation>The order status is &quot;%1&quot;, but the card is still authorised. Please cancel the payment.</translation>
    </message>
    <message>
        <source>対応状況は「%1」ですが、購入者に請求されたままです。取消(返品)を行ってください。</source>
        <translation>The order status is &quot;%1&quot;, but the customer is still charged. Please cancel the payment.</translation>
    </message>
    <message>
        <source>要確認: %1の結果を判断できません。%2GMOの管理画面と見比べ、理由を付けて解決してください。</source>
        <translation>Needs a person: the result of &quot;%1&quot; cannot be judged. %2 Compare with the GMO console and resolve it with a reason.</translation>
    </message>
    <message>
        <source>依頼した操作: %1%2。</source>
        <translation>Asked for: %1%2. </translation>
    </message>
    <message>
        <source>GMOで最後に見た状態: %1 %2（%3）。</source>
        <translation>Last seen at GMO: %1 %2 (%3). </translation>
    </message>
    <message>
        <source>取引状態が「%1」のため操作できません。</source>
        <translation>Not possible while the payment is &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>GMOの状態は %1 → %2（%3）です。</source>
        <translation>State at GMO: %1 → %2 (%3).</translation>
    </message>
    <message>
        <source>承認が失われ、このままでは代金を請求できません。商品を発送せず、GMOの管理画面と見比べ、理由を付けて解決してから、再オーソリしてください。</source>
        <translation>The authorisation was lost, so the money cannot be charged as it is. Do not ship the goods; compare with GMO&apos;s console, resolve with a reason, then re-authorise.</translation>
    </message>
    <message>
        <source>対応状況は「%1」ですが、決済が残っています。取消の期限を過ぎているため、GMOにお問い合わせください。</source>
        <translation>The order status is “%1”, but its payment is still open. It is too late to cancel it; please ask GMO.</translation>
    </message>
    <message>
        <source>売上期限 %1 と取消の期限を過ぎています。GMOに問い合わせるか、別の方法での支払いを購入者に依頼してください。</source>
        <translation>The last day to capture, %1, and the last day to cancel are over. Ask GMO, or ask the buyer to pay in another way.</translation>
    </message>
    <message>
        <source>購入者が支払うのは決済金額です。違う金額で支払ってもらうには、取消してから、改めて注文してもらってください。</source>
        <translation>The buyer will pay the payment&apos;s amount. For another amount, cancel it and ask the buyer to order anew.</translation>
    </message>
    <message>
        <source>入金されたのは決済金額です。差額は、ほかの方法で精算してください。</source>
        <translation>The payment&apos;s amount was paid. Settle the difference in another way.</translation>
    </message>
    <message>
        <source>この支払方法では決済金額を変更できません。決済金額のまま売上確定するか、取消して、改めて注文してもらってください。</source>
        <translation>The amount of this payment method cannot be changed. Capture the payment&apos;s amount as it is, or cancel it and ask the buyer to order anew.</translation>
    </message>
    <message>
        <source>この支払方法では決済金額を変更できません。差額は、ほかの方法で精算してください。</source>
        <translation>The amount of this payment method cannot be changed. Settle the difference in another way.</translation>
    </message>
    <message>
        <source>決済金額変更を行うと注文金額変更受付になり、楽天ペイの最終結果が出ると金額が変わります。</source>
        <translation>A change is accepted first; the amount changes with Rakuten Pay&apos;s final answer.</translation>
    </message>
    <message>
        <source>対応状況は「%1」ですが、購入者が支払いを済ませています。GMOからは返金できないため、ほかの方法で返金してください。</source>
        <translation>The order status is &quot;%1&quot;, but the buyer has paid. GMO cannot give it back; please refund it in another way.</translation>
    </message>
    <message>
        <source>対応状況は「%1」ですが、購入者はまだ支払えます。取消を行ってください。</source>
        <translation>The order status is &quot;%1&quot;, but the buyer can still pay. Please cancel the payment.</translation>
    </message>
    <message>
        <source>楽天ペイの最終結果を待っています（%1）。結果が出るまで、この決済は操作できません。結果は自動で確認します。すぐに確認するには「決済状態確認・反映」を押してください。</source>
        <translation>Waiting for Rakuten Pay&apos;s final answer (%1). Until it comes nothing can be done with this payment. It is asked for by itself; to ask at once, press &quot;Check payment status&quot;.</translation>
    </message>
    <message>
        <source>売上期限 %1 を過ぎています。売上処理はできません。取消して、改めて支払ってもらうよう、購入者に依頼してください。</source>
        <translation>The capture deadline %1 is over; it cannot be captured. Cancel it and ask the buyer to pay anew.</translation>
    </message>
    <message>
        <source>購入者が支払いを済ませました。対応状況を「入金済み」にしてください。</source>
        <translation>The buyer has paid. Please set the order status to &quot;Paid&quot;.</translation>
    </message>
    <message>
        <source>お支払期限を過ぎましたが、GMOはまだ期限切れにしていません。数時間のうちに期限切れになるか、期限内の入金が知らされます。</source>
        <translation>The deadline for paying is over, but GMO has not expired it yet. Within some hours it will be expired, or a payment made in time will be told.</translation>
    </message>
    <message>
        <source>購入者の入金を待っています。期限までに支払わないと、期限切れになります。</source>
        <translation>Waiting for the buyer to pay. If that is not done in time, it expires.</translation>
    </message>
    <message>
        <source>取消実行</source>
        <translation>Cancel the payment</translation>
    </message>
    <message>
        <source>差異があります。先に決済金額変更を行ってください。</source>
        <translation>The amounts differ. Change the payment&apos;s amount first.</translation>
    </message>
    <message>
        <source>差異があります。この支払方法では決済金額を変更できません。</source>
        <translation>The amounts differ. The amount of this payment method cannot be changed.</translation>
    </message>
    <message>
        <source>取消済みの金額</source>
        <translation>Already cancelled</translation>
    </message>
    <message>
        <source>残りの金額</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>お支払期限</source>
        <translation>Pay by</translation>
    </message>
    <message>
        <source>取消期限</source>
        <translation>Cancel by</translation>
    </message>
    <message>
        <source>変更期限</source>
        <translation>Change by</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ProgramWords</name>
    <message>
        <source>%1、%2、%3、Qt %4（実行時 Qt %5）</source>
        <translation>%1, %2, %3, Qt %4 (running with Qt %5)</translation>
    </message>
    <message>
        <source>本番環境</source>
        <translation>Live gateway</translation>
    </message>
    <message>
        <source>テスト環境</source>
        <translation>Test gateway</translation>
    </message>
    <message>
        <source>このパソコンの中の接続先（練習モードなど）</source>
        <translation>A gateway on this computer (such as the practice shop)</translation>
    </message>
    <message>
        <source>設定で許可された接続先</source>
        <translation>A gateway that the settings allow</translation>
    </message>
    <message>
        <source>PGマルチペイメントサービス プロトコルタイプ（idPass）</source>
        <translation>PG Multi-Payment Service, protocol type (idPass)</translation>
    </message>
    <message>
        <source>第%1版（%2件）</source>
        <translation>Edition %1 (%2 codes)</translation>
    </message>
</context>
<context>
    <name>ReportPages</name>
    <message>
        <source>%1 印刷</source>
        <translation>Printed %1</translation>
    </message>
    <message>
        <source>%1 / %2 ページ</source>
        <translation>Page %1 / %2</translation>
    </message>
</context>
<context>
    <name>RulesTable</name>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>それ以外の日</source>
        <translation>On other days</translation>
    </message>
    <message>
        <source>いつでも</source>
        <translation>On any day</translation>
    </message>
    <message>
        <source>与信日と同じ日</source>
        <translation>On the day of the authorisation</translation>
    </message>
    <message>
        <source>売上日と同じ日</source>
        <translation>On the day of the sale</translation>
    </message>
    <message>
        <source>売上日の翌月から</source>
        <translation>From the month after the sale</translation>
    </message>
    <message>
        <source>%1 AUTHかCAPTURE（設定による）</source>
        <translation>%1 AUTH or CAPTURE (see the settings)</translation>
    </message>
    <message>
        <source>%1か%2</source>
        <translation>%1 or %2</translation>
    </message>
    <message>
        <source>%1、結果が出ると%2</source>
        <translation>%1, then %2</translation>
    </message>
    <message>
        <source>与信日から「売上処理ができる日数」</source>
        <translation>&quot;Days for capturing&quot; from the authorisation</translation>
    </message>
    <message>
        <source>最後の処理の日から「取消・金額変更ができる日数」</source>
        <translation>&quot;Days for cancelling and changing the amount&quot; from the last processing</translation>
    </message>
    <message>
        <source>最後の処理の日から180日</source>
        <translation>180 days from the last processing</translation>
    </message>
    <message>
        <source>与信日から90日</source>
        <translation>90 days from the authorisation</translation>
    </message>
    <message>
        <source>与信日から60日</source>
        <translation>60 days from the authorisation</translation>
    </message>
    <message>
        <source>売上日から60日</source>
        <translation>60 days from the sale</translation>
    </message>
    <message>
        <source>売上日の翌々月の末日</source>
        <translation>The last day of the second month after the sale</translation>
    </message>
    <message>
        <source>与信日の翌々月の末日 20:00</source>
        <translation>20:00 on the last day of the second month after the authorisation</translation>
    </message>
    <message>
        <source>売上日の翌々月の末日 20:00</source>
        <translation>20:00 on the last day of the second month after the sale</translation>
    </message>
    <message>
        <source>売上日が1～10日なら13日、11～20日なら23日、21日からなら翌月2日の、売上と同じ時刻</source>
        <translation>Sold on day 1–10: the 13th; 11–20: the 23rd; later: the 2nd of the next month; at the time of day of the sale</translation>
    </message>
    <message>
        <source>楽天ペイの注文日の5か月後の月の末日</source>
        <translation>The last day of the fifth month after the order at Rakuten Pay</translation>
    </message>
    <message>
        <source>楽天ペイの売上確定日の翌月の末日</source>
        <translation>The last day of the month after the completion at Rakuten Pay</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>今の決済状況</source>
        <translation>State now</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>送るもの</source>
        <translation>What is sent</translation>
    </message>
    <message>
        <source>そのあとの決済状況</source>
        <translation>State afterwards</translation>
    </message>
    <message>
        <source>いつまで</source>
        <translation>Until</translation>
    </message>
</context>
<context>
    <name>RunDesk</name>
    <message>
        <source>GMOに接続していないため、実行できません。設定の接続先とショップパスワードを確認してください。</source>
        <translation>Not possible without a connection to GMO. Check the gateway and the shop password in the settings.</translation>
    </message>
    <message>
        <source>この一括処理は、もう終わっているか、ほかの席で動いています。</source>
        <translation>This bulk run has ended already, or is running at another seat.</translation>
    </message>
    <message>
        <source>店舗を閉じています。残りは次に開いたときに再開できます。</source>
        <translation>The shop is closing. The rest can be resumed when it is next opened.</translation>
    </message>
</context>
<context>
    <name>RunParts</name>
    <message>
        <source>完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>不成立</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>取りやめ</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>結果確認中</source>
        <translation>Checking result</translation>
    </message>
    <message>
        <source>要確認</source>
        <translation>Needs a person</translation>
    </message>
    <message>
        <source>残り</source>
        <translation>Remaining</translation>
    </message>
    <message>
        <source>変わりました</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>変更しました</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>変わりません</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>変更済みでした</source>
        <translation>Had it already</translation>
    </message>
    <message>
        <source>確認できません</source>
        <translation>Could not be read</translation>
    </message>
    <message>
        <source>変更できません</source>
        <translation>Cannot be changed</translation>
    </message>
    <message>
        <source>確認していません</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>変更していません</source>
        <translation>Not changed</translation>
    </message>
</context>
<context>
    <name>RunReportTable</name>
    <message>
        <source>注文番号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>お名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>決済オーダーID</source>
        <translation>Gateway order ID</translation>
    </message>
    <message>
        <source>結果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>金額</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>送信した処理</source>
        <translation>Sent as</translation>
    </message>
    <message>
        <source>決済状況</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>エラーコード</source>
        <translation>Error code</translation>
    </message>
    <message>
        <source>終了日時</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>終了：%1</source>
        <translation>Ended: %1</translation>
    </message>
    <message>
        <source>%1の報告</source>
        <translation>Report: %1</translation>
    </message>
    <message>
        <source>開始：%1&#x3000;%2&#x3000;担当者：%3</source>
        <translation>Started: %1&#x3000;%2&#x3000;Operator: %3</translation>
    </message>
    <message>
        <source>%1 %2件（%3）</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>残り</source>
        <translation>remaining</translation>
    </message>
    <message>
        <source>全%1件：%2</source>
        <translation>%1 in all; %2</translation>
    </message>
    <message>
        <source>、</source>
        <translation>; </translation>
    </message>
    <message>
        <source>変更前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>変更後</source>
        <translation>After</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>%1 %2件</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>実行できる注文がありません。</source>
        <translation>No order can be run.</translation>
    </message>
    <message>
        <source>%1件、合計 %2 を売上確定します。</source>
        <translation>To be captured: %1, total %2.</translation>
    </message>
    <message>
        <source>%1件、合計 %2 を取り消します。</source>
        <translation>To be cancelled: %1, total %2.</translation>
    </message>
    <message>
        <source>%1件の決済金額を変更し、合計 %2 にします。</source>
        <translation>Amounts to be changed: %1, new total %2.</translation>
    </message>
    <message>
        <source>%1件、合計 %2 を再オーソリします。</source>
        <translation>To be re-authorised: %1, total %2.</translation>
    </message>
    <message>
        <source>%1件は対象外です。</source>
        <translation>Left out: %1.</translation>
    </message>
    <message>
        <source>%1件 %2 を売上確定する</source>
        <translation>Capture %1, total %2</translation>
    </message>
    <message>
        <source>%1件を売上確定する</source>
        <translation>Capture %1</translation>
    </message>
    <message>
        <source>%1件 %2 を取消(返品)する</source>
        <translation>Cancel (refund) %1, total %2</translation>
    </message>
    <message>
        <source>%1件を取消(返品)する</source>
        <translation>Cancel (refund) %1</translation>
    </message>
    <message>
        <source>%1件 %2 に決済金額変更する</source>
        <translation>Change %1, new total %2</translation>
    </message>
    <message>
        <source>%1件を決済金額変更する</source>
        <translation>Change the amount of %1</translation>
    </message>
    <message>
        <source>%1件 %2 を再オーソリする</source>
        <translation>Re-authorise %1, total %2</translation>
    </message>
    <message>
        <source>%1件を再オーソリする</source>
        <translation>Re-authorise %1</translation>
    </message>
    <message>
        <source>購入者への請求が確定し、取引状態は実売上済みになります。</source>
        <translation>The buyers are charged and the payments become &quot;Captured&quot;.</translation>
    </message>
    <message>
        <source>%1 までは取消(返品)ができます。</source>
        <translation>They can be cancelled (refunded) until %1.</translation>
    </message>
    <message>
        <source>いちばん早い売上期限は %1 です。</source>
        <translation>The earliest capture deadline is %1.</translation>
    </message>
    <message>
        <source>取消は元に戻せません。%1 までは再オーソリで与信を取り直せます（カード会社の承認が必要です）。</source>
        <translation>A cancel cannot be undone. Until %1 the payments can be re-authorised (if the card company approves).</translation>
    </message>
    <message>
        <source>購入者のカードで新しく与信を取ります。カード会社が承認しないこともあります。%1 までは取消ができます。</source>
        <translation>The buyers&apos; cards are authorised anew. The card company may decline. They can be cancelled until %1.</translation>
    </message>
    <message>
        <source>新しい金額で与信を取り直します。カード会社が承認しないこともあります。</source>
        <translation>The new amounts are authorised afresh. The card company may decline.</translation>
    </message>
    <message>
        <source>実行する注文のうち%1件は、一覧の今の検索条件では表示されていません。</source>
        <translation>Of the orders to run, %1 do not show in the list under its present conditions.</translation>
    </message>
    <message>
        <source>実行の直前に決まります</source>
        <translation>Decided when sent</translation>
    </message>
    <message>
        <source>取消（VOID）</source>
        <translation>Void (VOID)</translation>
    </message>
    <message>
        <source>返品（RETURN）</source>
        <translation>Return (RETURN)</translation>
    </message>
    <message>
        <source>月跨ぎ返品（RETURNX）</source>
        <translation>Later return (RETURNX)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1を実行しています</source>
        <translation>%1 is running</translation>
    </message>
    <message>
        <source>%1は一時停止しています</source>
        <translation>%1 is paused</translation>
    </message>
    <message>
        <source>%1が終わりました</source>
        <translation>%1 has finished</translation>
    </message>
    <message numerus="yes">
        <source>約%n秒</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>約%n分</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>約%1時間%2分</source>
        <translation>about %1 h %2 min</translation>
    </message>
    <message>
        <source>毎秒%1件、残り%2です。</source>
        <translation>%1 per second, %2 left.</translation>
    </message>
    <message>
        <source>毎秒%1件です。</source>
        <translation>%1 per second.</translation>
    </message>
    <message numerus="yes">
        <source>送信済みの%n件は、GMOの回答を待っています。</source>
        <translation>
            <numerusform>%n request that was sent waits for GMO&apos;s answer.</numerusform>
            <numerusform>%n requests that were sent wait for GMO&apos;s answers.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2件（%3）</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>%1 %2件</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1件のうち、%2です。</source>
        <translation>Of %1: %2.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>一時停止: 次の送信をやめます。再開すると残りを続けます。中止: まだ送信していない分を取りやめて終わります。どちらも、送信済みの分は結果を待ちます。</source>
        <translation>Pause: nothing more is sent; Resume goes on with the rest. Stop: what is not sent yet is skipped and the run ends. Either way, what was sent waits for its result.</translation>
    </message>
    <message>
        <source>再開: 残りを続けます。中止: 残りを取りやめて終わります。GMOには何も送信しません。</source>
        <translation>Resume: goes on with the rest. Stop: the rest is skipped and the run ends; nothing is sent to GMO.</translation>
    </message>
    <message>
        <source>%1 %2/%3</source>
        <translation>%1 %2/%3</translation>
    </message>
    <message>
        <source>取引状態は即時売上済みになり、購入者への請求がすぐに確定します。</source>
        <translation>The payments become &quot;Captured at once&quot; and the buyers are charged immediately.</translation>
    </message>
    <message>
        <source>取引状態は仮売上済みになります。請求はまだ確定しません。</source>
        <translation>The payments become &quot;Authorised&quot;. Nobody is charged yet.</translation>
    </message>
    <message>
        <source>%1件を%2の対象にします。金額はまだ分かりません。</source>
        <translation>%2 for %1 orders. The amounts are not known yet.</translation>
    </message>
    <message>
        <source>連携ファイルを取り込むと、決済オーダーIDが分かります。</source>
        <translation>Import the link file to learn the gateway order ID.</translation>
    </message>
    <message>
        <source>状態一括確認でGMOの今の状態を読み直せます。</source>
        <translation>“Check states” reads the present state from GMO.</translation>
    </message>
    <message>
        <source>再操作は不要です。結果が分かってから、必要ならもう一度実行してください。</source>
        <translation>Nothing to do now. When the result is known, run it again if it is needed.</translation>
    </message>
    <message>
        <source>注文を開いて、決済の内容を確かめてください。</source>
        <translation>Open the order and look at its payments.</translation>
    </message>
    <message>
        <source>何も変わっていないことを確かめました。もう一度実行できます。</source>
        <translation>It has been verified that nothing changed. It can be tried again.</translation>
    </message>
    <message>
        <source>請求は動いていません。コードの意味を確かめてから、もう一度実行してください。</source>
        <translation>No money has moved. See what the code means before trying again.</translation>
    </message>
    <message>
        <source>再操作は不要です。GMOの状態を自動で読み直して、結果を確かめます。</source>
        <translation>Nothing to do: GMO is read again by itself until the result is known.</translation>
    </message>
    <message>
        <source>注文を開いて決済ログを確認し、理由を付けて解決してください。</source>
        <translation>Open the order, look at its payment log and resolve it with a reason.</translation>
    </message>
    <message>
        <source>まだ何も送信していません。</source>
        <translation>Nothing has been sent yet.</translation>
    </message>
    <message>
        <source>GMOの回答を待っています。再操作は不要です。</source>
        <translation>Waiting for GMO&apos;s answer. Nothing to do.</translation>
    </message>
    <message numerus="yes">
        <source>%n件の対応状況を「%1」にしました。</source>
        <translation>
            <numerusform>%n order was set to “%1”.</numerusform>
            <numerusform>%n orders were set to “%1”.</numerusform>
        </translation>
    </message>
    <message>
        <source>対応状況を「%1」に変更した注文はありません。</source>
        <translation>No order was set to “%1”.</translation>
    </message>
    <message numerus="yes">
        <source>%n件は変更できませんでした。</source>
        <translation>
            <numerusform>%n could not be changed.</numerusform>
            <numerusform>%n could not be changed.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1の送信は終わりました（結果確認中 %2件）</source>
        <translation>%1: all has been sent (%2 still being verified)</translation>
    </message>
    <message>
        <source>%1 %2/%3（結果確認中 %4）</source>
        <translation>%1 %2/%3 (%4 being verified)</translation>
    </message>
    <message>
        <source>その一括処理を再開するか中止してください。</source>
        <translation>Resume that bulk run or stop it.</translation>
    </message>
    <message>
        <source>実売上（SALES）</source>
        <translation>Capture (SALES)</translation>
    </message>
    <message>
        <source>仮売上（AUTH）</source>
        <translation>Authorise (AUTH)</translation>
    </message>
    <message>
        <source>即時売上（CAPTURE）</source>
        <translation>Capture at once (CAPTURE)</translation>
    </message>
    <message>
        <source>%1を中止しました（結果確認中 %2件）</source>
        <translation>%1 was stopped (%2 still being confirmed)</translation>
    </message>
    <message>
        <source>%1を中止しました</source>
        <translation>%1 was stopped</translation>
    </message>
    <message>
        <source>一時停止: 次の確認をやめます。再開すると残りを続けます。中止: 残りは確認せずに終わります。どちらも、GMOに問い合わせ中の分は回答を待ちます。</source>
        <translation>Pause: no further checks begin; Resume goes on with the rest. Stop: ends without checking the rest. Either way, what GMO has been asked already is waited for.</translation>
    </message>
    <message>
        <source>一時停止: 次の変更をやめます。再開すると残りを続けます。中止: 残りは変更せずに終わります。変更した注文はそのままです。</source>
        <translation>Pause: no further changes; Resume goes on with the rest. Stop: ends without changing the rest. What was changed stays changed.</translation>
    </message>
    <message>
        <source>再開: 残りを続けます。中止: 残りは確認せずに終わります。</source>
        <translation>Resume: goes on with the rest. Stop: ends without checking the rest.</translation>
    </message>
    <message>
        <source>再開: 残りを続けます。中止: 残りは変更せずに終わります。</source>
        <translation>Resume: goes on with the rest. Stop: ends without changing the rest.</translation>
    </message>
    <message>
        <source>決済状態を確認しています</source>
        <translation>Checking payment states</translation>
    </message>
    <message>
        <source>対応状況を「%1」に変更しています</source>
        <translation>Changing order statuses to “%1”</translation>
    </message>
    <message>
        <source>確認できなかった注文をもう一度</source>
        <translation>Retry what was not read</translation>
    </message>
    <message>
        <source>変更できなかった注文をもう一度</source>
        <translation>Retry what was not changed</translation>
    </message>
    <message>
        <source>不成立と取りやめをもう一度</source>
        <translation>Retry not done, skipped</translation>
    </message>
    <message>
        <source>%1（%2件）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>楽天ペイは、受け付けられると注文確定受付になり、後で実売上済みになります。</source>
        <translation>Rakuten Pay accepts first (&quot;Capture accepted&quot;); captured later.</translation>
    </message>
    <message>
        <source>カードは、%1 まで取消(返品)ができます。</source>
        <translation>Cards can be cancelled until %1.</translation>
    </message>
    <message>
        <source>取消は元に戻せません。</source>
        <translation>A cancel cannot be undone.</translation>
    </message>
    <message>
        <source>コンビニとPay-easyの購入者は、支払えなくなります。</source>
        <translation>Buyers at stores and by Pay-easy cannot pay any more.</translation>
    </message>
    <message>
        <source>楽天ペイは、受け付けられるとキャンセル受付になり、後でキャンセルになります。</source>
        <translation>Rakuten Pay accepts first (&quot;Cancel accepted&quot;); cancelled later.</translation>
    </message>
    <message>
        <source>カードは、%1 まで再オーソリで与信を取り直せます（カード会社の承認が必要です）。</source>
        <translation>Cards can be re-authorised until %1 (if the card company approves).</translation>
    </message>
    <message>
        <source>楽天ペイは、受け付けられると注文金額変更受付になり、楽天ペイの最終結果が出ると金額が変わります。</source>
        <translation>Rakuten Pay accepts first (&quot;Change accepted&quot;); the amount changes with its final answer.</translation>
    </message>
    <message>
        <source>売上確定の依頼</source>
        <translation>Capture request</translation>
    </message>
    <message>
        <source>売上確定</source>
        <translation>Capture</translation>
    </message>
    <message>
        <source>取消の依頼</source>
        <translation>Cancel request</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>金額変更の依頼</source>
        <translation>Change request</translation>
    </message>
    <message>
        <source>決済金額変更</source>
        <translation>Change amount</translation>
    </message>
    <message>
        <source>再オーソリ</source>
        <translation>Re-authorise</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>注文を開いて、今の状態を確かめてください。</source>
        <translation>Open the order and check how it stands now.</translation>
    </message>
    <message>
        <source>この操作では、GMOに何も送信していません。</source>
        <translation>This operation sent nothing to GMO.</translation>
    </message>
    <message>
        <source>注文の今の状態を確かめてから、もう一度実行できます。</source>
        <translation>Check how the order stands now; then it can be run again.</translation>
    </message>
    <message>
        <source>この操作の前に、同じ処理が済んでいるか、受け付けられています。再操作せずに、注文を開いて確かめてください。</source>
        <translation>The same had been done or accepted before this operation. Do not operate again; open the order and check it.</translation>
    </message>
    <message>
        <source>再操作せずに、結果の確認が終わるまでお待ちください。要確認になっているときは、注文を開いて先に解決してください。</source>
        <translation>Do not operate again; wait until the result is confirmed. If it is marked &quot;Needs a person&quot;, open the order and resolve that first.</translation>
    </message>
    <message>
        <source>金額を確かめてから、もう一度実行できます。</source>
        <translation>Check the amount; then it can be run again.</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>開始日時</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>種類</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>担当者</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>完了した金額</source>
        <translation>Amount done</translation>
    </message>
    <message>
        <source>不成立</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>取りやめ</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>結果確認中</source>
        <translation>Checking result</translation>
    </message>
    <message>
        <source>要確認</source>
        <translation>Needs a person</translation>
    </message>
    <message>
        <source>残り</source>
        <translation>Remaining</translation>
    </message>
    <message>
        <source>終了日時</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>照合日時</source>
        <translation>Compared</translation>
    </message>
    <message>
        <source>終了後にすべての決済をGMOと照合し終えた日時です。</source>
        <translation>When, after the end, all payments had been compared with GMO.</translation>
    </message>
    <message>
        <source>一時停止の理由</source>
        <translation>Reason for the pause</translation>
    </message>
    <message>
        <source>一括処理のID</source>
        <translation>Bulk run ID</translation>
    </message>
    <message>
        <source>一括処理：%1件</source>
        <translation>Bulk runs: %1</translation>
    </message>
    <message>
        <source>一括処理の履歴</source>
        <translation>History of bulk runs</translation>
    </message>
    <message>
        <source>状態一括確認では確認できた件数、対応状況の変更では変更した、または変更済みだった件数です。</source>
        <translation>Of a check of statuses: how many were read. Of a change of order status: how many were changed or had it already.</translation>
    </message>
    <message>
        <source>うち変更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>状態一括確認と対応状況の変更で、実際に変わった件数です。</source>
        <translation>Of checks of statuses and changes of order status: how many really changed.</translation>
    </message>
    <message>
        <source>状態一括確認と対応状況の変更では、確認・変更できなかった件数です。</source>
        <translation>Of checks of statuses and changes of order status: how many could not be read or changed.</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>別のプログラム</source>
        <translation>another program</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>このショップは %1（%2、プロセス %3、%4 から）が使用中です。終了してからやり直してください。</source>
        <translation>This shop is in use by %1 (%2, process %3, since %4). Quit that program and try again.</translation>
    </message>
    <message>
        <source>ロックファイル %1 を開けません。フォルダの権限を確認してください。</source>
        <translation>The lock file %1 cannot be opened. Check the permissions of its folder.</translation>
    </message>
    <message>
        <source>ロックファイル %1 に書き込めません。空き容量を確認してください。</source>
        <translation>The lock file %1 cannot be written. Check the free disk space.</translation>
    </message>
    <message>
        <source>ログファイル %1 に書き込めません。フォルダの権限と空き容量を確認してください。</source>
        <translation>The log file %1 cannot be written. Check the permissions of its folder and the free disk space.</translation>
    </message>
    <message>
        <source>%1 はGMOの接続先ではありません。アドレスを確認するか、--set gateway.allowHost=%1 でこのホストを許可してください。</source>
        <translation>%1 is not a gateway of GMO. Check the address, or allow this host with --set gateway.allowHost=%1.</translation>
    </message>
    <message>
        <source>接続先がURLではありません。https://pt01.mul-pay.jp/payment/ のように指定してください。</source>
        <translation>The gateway is not a URL. Give it like this: https://pt01.mul-pay.jp/payment/.</translation>
    </message>
    <message>
        <source>接続先にホストとパス以外が含まれています。ユーザー名、? と # を除いて指定してください。</source>
        <translation>The gateway holds more than host and path. Give it without user name, ? and #.</translation>
    </message>
    <message>
        <source>接続先が https:// で始まっていません。https:// で始まるアドレスを指定してください。</source>
        <translation>The gateway does not begin with https://. Give an address that begins with https://.</translation>
    </message>
    <message>
        <source>http:// はこのコンピューター内の接続先だけに使えます。%1 には https:// を使ってください。</source>
        <translation>http:// is only for a gateway on this computer. Use https:// for %1.</translation>
    </message>
    <message>
        <source>列の数が見出しと違います（見出し %1、この行 %2）。</source>
        <translation>The number of columns is not that of the header (header %1, this line %2).</translation>
    </message>
    <message>
        <source>引用符（&quot;）の使い方が正しくありません。</source>
        <translation>Quotation marks (&quot;) are not used correctly.</translation>
    </message>
    <message>
        <source>引用符（&quot;）が閉じられていません。</source>
        <translation>A quotation mark (&quot;) is not closed.</translation>
    </message>
    <message>
        <source>行が長すぎます（%1 MBまで）。</source>
        <translation>The line is too long (%1 MB at most).</translation>
    </message>
    <message>
        <source>ファイルの最後の行が途中で切れています。</source>
        <translation>The last line of the file is cut off.</translation>
    </message>
    <message>
        <source>ファイルが空です。見出しの行から始まるCSVファイルを選んでください。</source>
        <translation>The file is empty. Choose a CSV file that begins with a header line.</translation>
    </message>
    <message>
        <source>%1 行目: 見出しの行として読めません。</source>
        <translation>Line %1: cannot be read as a header line.</translation>
    </message>
    <message>
        <source>%1 行目: 見出しの %2 列目の文字を読めません。UTF-8かShift_JISで保存してください。</source>
        <translation>Line %1: the characters in column %2 of the header cannot be read. Save the file as UTF-8 or Shift_JIS.</translation>
    </message>
    <message>
        <source>1 行目: 見出しの列「%1」は、紐付けファイルにない列です。</source>
        <translation>Line 1: a links file has no column &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>1 行目: 見出しの列「%1」が重複しています。</source>
        <translation>Line 1: the column &quot;%1&quot; is in the header twice.</translation>
    </message>
    <message>
        <source>1 行目: 見出しに列「%1」がありません。</source>
        <translation>Line 1: the column &quot;%1&quot; is missing in the header.</translation>
    </message>
    <message>
        <source>注文IDが正しくありません。</source>
        <translation>The order ID is not valid.</translation>
    </message>
    <message>
        <source>決済オーダーIDが正しくありません（半角の英数字とハイフン、27文字まで）。</source>
        <translation>The gateway order ID is not valid (letters, digits and hyphens, 27 characters at most).</translation>
    </message>
    <message>
        <source>支払方法「%1」は、GMOの決済ではありません。</source>
        <translation>The method &quot;%1&quot; is not a payment through GMO.</translation>
    </message>
    <message>
        <source>同じ注文ID %1 の前の行と、注文の内容が違います。</source>
        <translation>The order is not the same as in the line before with the same order ID %1.</translation>
    </message>
    <message>
        <source>注文詳細ID %1 の行が重複しています。</source>
        <translation>There are two lines with the order item ID %1.</translation>
    </message>
    <message>
        <source>一つの注文の行が多すぎます。</source>
        <translation>The order has too many lines.</translation>
    </message>
    <message>
        <source>「%1」</source>
        <translation>&quot;%1&quot;</translation>
    </message>
    <message>
        <source>など %1 列</source>
        <translation> and others (%1 columns)</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>見出しの列%1は、受注CSVにない列です。見出しを元の名前に戻してください。</source>
        <translation>An order CSV has no such column: %1. Change the header back to the original names.</translation>
    </message>
    <message>
        <source>見出しの列「%1」が重複しています。</source>
        <translation>The column &quot;%1&quot; is in the header twice.</translation>
    </message>
    <message>
        <source>見出しに列「%1」がありません。この列を含めて出力し直してください。</source>
        <translation>The column &quot;%1&quot; is missing in the header. Export the file again with this column.</translation>
    </message>
    <message>
        <source>1 行目: %1</source>
        <translation>Line 1: %1</translation>
    </message>
    <message>
        <source>注文ID %1 の行の間に読めない行があるため、この注文は取り込みません。</source>
        <translation>A line among those of order ID %1 cannot be read, so this order is not imported.</translation>
    </message>
    <message>
        <source>注文ID %1 の行が離れた場所にもあります。注文IDの順に並べ直してください。</source>
        <translation>Lines of order ID %1 stand apart from each other. Sort the file by order ID.</translation>
    </message>
    <message>
        <source>支払合計が負の金額です。</source>
        <translation>The order total is negative.</translation>
    </message>
    <message>
        <source>この対応状況は扱えません。</source>
        <translation>This order status is not supported.</translation>
    </message>
    <message>
        <source>明細区分がありません。</source>
        <translation>The item type is missing.</translation>
    </message>
    <message>
        <source>文字ではないデータ（NUL）が含まれています。</source>
        <translation>Contains data that is not text (NUL).</translation>
    </message>
    <message>
        <source>%1 として読めない文字があります。</source>
        <translation>Some characters cannot be read as %1.</translation>
    </message>
    <message>
        <source>長すぎます（%1 文字まで）。</source>
        <translation>Too long (%1 characters at most).</translation>
    </message>
    <message>
        <source>金額がありません。</source>
        <translation>The amount is missing.</translation>
    </message>
    <message>
        <source>金額「%1」が正しくありません。円単位の整数にしてください。</source>
        <translation>The amount &quot;%1&quot; is not valid. It must be a whole number of yen.</translation>
    </message>
    <message>
        <source>値がありません。</source>
        <translation>The value is missing.</translation>
    </message>
    <message>
        <source>値「%1」が正しくありません。</source>
        <translation>The value &quot;%1&quot; is not valid.</translation>
    </message>
    <message>
        <source>日時「%1」が正しくありません。</source>
        <translation>The date &quot;%1&quot; is not valid.</translation>
    </message>
    <message>
        <source>操作の記録が書き換えられています：%1（%2、ほか%3件）。データベースを保全し、管理者に連絡してください。</source>
        <translation>The record of operations has been altered: %1 (%2; others: %3). Keep the database as it is and tell your administrator.</translation>
    </message>
    <message>
        <source>本番環境</source>
        <translation>live environment</translation>
    </message>
    <message>
        <source>テスト環境</source>
        <translation>test environment</translation>
    </message>
    <message>
        <source>練習環境</source>
        <translation>practice environment</translation>
    </message>
    <message>
        <source>%1・ショップID %2</source>
        <translation>%1, shop ID %2</translation>
    </message>
    <message>
        <source>データベース %1 は別のもの（%2）で、設定（%3）と違います。設定かファイルを確認してください。</source>
        <translation>The database %1 belongs elsewhere (%2), not where the settings say (%3). Check the settings or the file.</translation>
    </message>
    <message>
        <source>GMOの接続先が別のアドレスに転送しています（HTTP %1）。設定の接続先を確認してください。</source>
        <translation>The gateway redirects to another address (HTTP %1). Check the gateway in the settings.</translation>
    </message>
    <message>
        <source>GMOがHTTP %1 を返しました。しばらくしてから、もう一度確認してください。</source>
        <translation>GMO answered with HTTP %1. Wait a while and check again.</translation>
    </message>
    <message>
        <source>GMOの応答が長すぎます。接続先と途中の中継装置を確認してください。</source>
        <translation>GMO&apos;s answer is too long. Check the gateway and any proxy on the way.</translation>
    </message>
    <message>
        <source>GMOの応答が時間内にありません。しばらくしてから、もう一度確認してください。</source>
        <translation>GMO did not answer in time. Wait a while and check again.</translation>
    </message>
    <message>
        <source>GMOがエラー %1 を返しました。コードの意味を確認してください。</source>
        <translation>GMO answered with error %1. Look up what the code means.</translation>
    </message>
    <message>
        <source>GMOとの接続が、応答を読み終える前に切れました。もう一度確認してください。</source>
        <translation>The connection to GMO was lost before the answer was read to its end. Check again.</translation>
    </message>
    <message>
        <source>GMOの形式ではない応答が返りました（HTMLなど）。接続先と途中の中継装置を確認してください。</source>
        <translation>The answer is not in GMO&apos;s format (HTML, perhaps). Check the gateway and any proxy on the way.</translation>
    </message>
    <message>
        <source>GMOの接続先の証明書を確認できません。接続先、証明書の設定、このパソコンの日時を確認してください。</source>
        <translation>The gateway&apos;s certificate cannot be verified. Check the gateway, the certificate settings and the date and time of this computer.</translation>
    </message>
    <message>
        <source>GMOの接続先のホストが見つかりません。ネットワークと接続先を確認してください。</source>
        <translation>The gateway&apos;s host cannot be found. Check the network and the gateway.</translation>
    </message>
    <message>
        <source>GMOに時間内に接続できません。ネットワークと接続先を確認してください。</source>
        <translation>GMO could not be reached in time. Check the network and the gateway.</translation>
    </message>
    <message>
        <source>GMOに接続できません。ネットワークと接続先を確認してください。</source>
        <translation>GMO cannot be reached. Check the network and the gateway.</translation>
    </message>
    <message>
        <source>GMOの契約または店の設定により、この呼出しはできません（%1）。契約の内容をGMOに確認してください。</source>
        <translation>The contract with GMO or the shop&apos;s set-up there does not allow this request (%1). Ask GMO about the contract.</translation>
    </message>
    <message>
        <source>GMOがショップIDまたはパスワードを拒否しました。ショップIDとパスワードの設定を確認してください。</source>
        <translation>GMO refused the shop ID or the password. Check both in the settings.</translation>
    </message>
    <message>
        <source>GMOが混み合っています。少し待ってから、もう一度確認してください。</source>
        <translation>GMO is busy. Wait a little and check again.</translation>
    </message>
    <message>
        <source>問題が多すぎるため、この行から後の問題は一覧に載せません。</source>
        <translation>There are too many problems; those from this line on are not listed.</translation>
    </message>
    <message>
        <source>ファイル「%1」を開けません: %2</source>
        <translation>The file &quot;%1&quot; cannot be opened: %2</translation>
    </message>
    <message>
        <source>「%1」からは取り込めません。いったんファイルに保存し、そのファイルを指定してください。</source>
        <translation>Cannot import from &quot;%1&quot;. Save it as a file first and choose that file.</translation>
    </message>
    <message>
        <source>ファイルを最後まで読めませんでした: %1</source>
        <translation>The file could not be read to its end: %1</translation>
    </message>
    <message>
        <source>注文ID %1: ここでの変更とファイルの値が違うため、ここでの値を残しました。</source>
        <translation>Order ID %1: changed here to other values than those of the file; the values here were kept.</translation>
    </message>
    <message>
        <source>注文ID %1 は新しい注文ですが、ファイルに列「%2」がありません。</source>
        <translation>Order ID %1 is new, but the file has no column &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>注文の支払方法「%1」は、GMOの決済ではありません。</source>
        <translation>The method of the order, &quot;%1&quot;, is not a payment through GMO.</translation>
    </message>
    <message>
        <source>決済オーダーID「%1」は、別の注文に紐付いています。</source>
        <translation>The gateway order ID &quot;%1&quot; is linked to another order.</translation>
    </message>
    <message>
        <source>注文ID %1 の注文がありません。先に受注を取り込んでください。</source>
        <translation>There is no order with ID %1. Import the orders first.</translation>
    </message>
    <message>
        <source>ファイルを最後まで読めませんでした。</source>
        <translation>The file could not be read to its end.</translation>
    </message>
    <message>
        <source>決済オーダーIDは、半角の英数字とハイフンで27文字までです。</source>
        <translation>A gateway order ID has letters, digits and hyphens, 27 characters at most.</translation>
    </message>
    <message>
        <source>紐付けを外す理由を入力してください。</source>
        <translation>Enter the reason for unlinking.</translation>
    </message>
    <message>
        <source>対応状況を「%1」から「%2」に変更することはできません。</source>
        <translation>The order status cannot be changed from &quot;%1&quot; to &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>未出荷の出荷があるため「発送済み」にできません。ショップで出荷を登録し、受注CSVを取り込み直してください。</source>
        <translation>Cannot be set to &quot;Shipped&quot; while a shipment has not been shipped. Register the shipment in the shop and import the order CSV again.</translation>
    </message>
    <message>
        <source>GMOに接続していません。設定で接続先とショップIDを確認してください。</source>
        <translation>Not connected to GMO. Check the gateway and the shop ID in the settings.</translation>
    </message>
    <message>
        <source>直前の操作がGMOの照会にまだ現れていません。数分後にもう一度確認してください。再操作は不要です。</source>
        <translation>GMO does not show the last operation yet. Check again in a few minutes. Do not repeat the operation.</translation>
    </message>
    <message>
        <source>この決済は要確認です。決済ログを確認し、理由を付けて解決してください。</source>
        <translation>This payment needs a person. Look at the payment log and resolve it with a reason.</translation>
    </message>
    <message>
        <source>この決済は結果確認中です。再操作は不要です。</source>
        <translation>The result of this payment is being checked. Do not repeat the operation.</translation>
    </message>
    <message>
        <source>別の担当者が先に解決したか、決済がその間に動きました。画面を更新して確認してください。</source>
        <translation>Somebody else resolved it first, or the payment has moved meanwhile. Refresh the view and look again.</translation>
    </message>
    <message>
        <source>理由を入力してください。解決の理由は決済ログに残ります。</source>
        <translation>Enter a reason. It is kept in the payment log.</translation>
    </message>
    <message>
        <source>この決済は結果確認中です。GMOの状態が分かるまでお待ちください。再操作は不要です。</source>
        <translation>The result of this payment is being checked. Wait until the state at GMO is known. Do not repeat the operation.</translation>
    </message>
    <message>
        <source>この決済に要確認の操作や相違はありません。</source>
        <translation>Nothing about this payment needs a person.</translation>
    </message>
    <message>
        <source>GMOの現在の状態を読み取れないため、まだ解決できません。接続を確認して、もう一度実行してください。</source>
        <translation>This cannot be resolved yet, as the present state at GMO cannot be read. Check the connection and try again.</translation>
    </message>
    <message>
        <source>接続先がありません。--gateway-url にGMOの接続先を指定してください。</source>
        <translation>The gateway is missing. Give the URL of GMO&apos;s gateway with --gateway-url.</translation>
    </message>
    <message>
        <source>ショップIDがありません。--shop-id を指定してください。</source>
        <translation>The shop ID is missing. Give it with --shop-id.</translation>
    </message>
    <message>
        <source>--ca-file は、このコンピューター上のゲートウェイ（127.0.0.1 など）でだけ使えます。</source>
        <translation>--ca-file is only for a gateway on this computer (127.0.0.1 and the like).</translation>
    </message>
    <message>
        <source>証明書ファイル %1 を読めません。パスと権限を確認してください。</source>
        <translation>The certificate file %1 cannot be read. Check its path and permissions.</translation>
    </message>
    <message>
        <source>OSのキーチェーンを使えないため、ショップパスワードを所有者だけが読めるファイル %1 に保存しました。</source>
        <translation>The key chain of this computer cannot be used, so the shop password was saved in the file %1, which only its owner can read.</translation>
    </message>
    <message>
        <source>データベース %1 に、この店舗の記録がありません（消えたか、空になっています）。元に戻すか、バックアップから kessai restore で復元してください。</source>
        <translation>The database %1 has no records of this shop (it is gone or empty). Put it back, or restore a backup with kessai restore.</translation>
    </message>
    <message>
        <source>フォルダー %1 には店舗がまだ設定されていません。kessai setup を実行してください。</source>
        <translation>No shop is set up in the folder %1 yet. Run kessai setup.</translation>
    </message>
    <message>
        <source>データベースを新しい版の形式に改める前に、ほかのパソコンの KessaiDesk をすべて終了してください。</source>
        <translation>Before the database is changed to the format of the new version, quit KessaiDesk on all other computers.</translation>
    </message>
    <message>
        <source>データベース %1 が壊れています（%2）。</source>
        <translation>The database %1 is damaged (%2). </translation>
    </message>
    <message>
        <source>正常なバックアップが %1 にありません。管理者に連絡してください。</source>
        <translation>There is no sound backup in %1. Tell your administrator.</translation>
    </message>
    <message>
        <source>GMOに接続していないため、決済の操作はできません。設定を確認してください。</source>
        <translation>Payments cannot be worked on without a connection to GMO. Check the settings.</translation>
    </message>
    <message>
        <source>バックアップから復元した後の照合がまだ終わっていないため、決済の操作はできません。GMOとの接続を確認してください。</source>
        <translation>Payments cannot be worked on until the comparison with GMO after restoring the backup is finished. Check the connection to GMO.</translation>
    </message>
    <message>
        <source>データフォルダ %1 を作れません。場所と権限を確認してください。</source>
        <translation>The data folder %1 cannot be created. Check the place and its permissions.</translation>
    </message>
    <message>
        <source>%1 はフォルダではありません。別の場所を指定してください。</source>
        <translation>%1 is not a folder. Choose another place.</translation>
    </message>
    <message>
        <source>データフォルダ %1 の所有者が別の利用者です。自分のフォルダを指定してください。</source>
        <translation>The data folder %1 belongs to another user. Choose a folder of your own.</translation>
    </message>
    <message>
        <source>データフォルダ %1 はネットワーク上（%2）にあります。このパソコンのディスクを指定してください。</source>
        <translation>The data folder %1 is on a network (%2). Choose a disk of this computer.</translation>
    </message>
    <message>
        <source>データフォルダ %1 を他の利用者が開けます。空のフォルダを指定するか、chmod 700 を実行してください。</source>
        <translation>Other users can open the data folder %1. Choose an empty folder or run chmod 700.</translation>
    </message>
    <message>
        <source>認証情報ファイル %1 は通常のファイルではないか、大きすぎます。setupをやり直してください。</source>
        <translation>The credentials file %1 is not an ordinary file or is too large. Set up the shop again.</translation>
    </message>
    <message>
        <source>認証情報ファイル %1 の所有者が別の利用者です。所有者を確認してください。</source>
        <translation>The credentials file %1 belongs to another user. Check its owner.</translation>
    </message>
    <message>
        <source>認証情報ファイル %1 を他の利用者が読めます。chmod 600 を実行し、パスワードの変更を検討してください。</source>
        <translation>Other users can read the credentials file %1. Run chmod 600 and consider changing the password.</translation>
    </message>
    <message>
        <source>認証情報ファイル %1 を読めません。権限を確認してください。</source>
        <translation>The credentials file %1 cannot be read. Check its permissions.</translation>
    </message>
    <message>
        <source>認証情報ファイル %1 に書き込めません。空き容量とフォルダの権限を確認してください。</source>
        <translation>The credentials file %1 cannot be written. Check the free disk space and the permissions of its folder.</translation>
    </message>
    <message>
        <source>パスワード %1 は保存されていません。設定で入力してください。</source>
        <translation>The password %1 is not stored. Enter it in the settings.</translation>
    </message>
    <message>
        <source>OSのキーチェーンを使えません。キーチェーンのロックを解除するか、setup --secrets file を指定してください。</source>
        <translation>The key chain of this computer cannot be used. Unlock it, or use setup --secrets file.</translation>
    </message>
    <message>
        <source>設定 %1: %2</source>
        <translation>Setting %1: %2</translation>
    </message>
    <message>
        <source>数値を1つだけ指定してください（指定: %1）。</source>
        <translation>Give a single number (given: %1).</translation>
    </message>
    <message>
        <source>%1 のいずれかを指定してください（指定: %2）。</source>
        <translation>Give one of %1 (given: %2).</translation>
    </message>
    <message>
        <source>%1から%2までの値を指定してください（指定: %3）。</source>
        <translation>Give a value from %1 to %2 (given: %3).</translation>
    </message>
    <message>
        <source>既定値（%1）より短い値や無制限は、接続先がこのパソコン内のときだけ指定できます。</source>
        <translation>Less than the default (%1), or no limit, is only for a gateway on this computer.</translation>
    </message>
    <message>
        <source>%1文字以内で指定してください。</source>
        <translation>Use at most %1 characters.</translation>
    </message>
    <message>
        <source>改行などの制御文字は使えません。</source>
        <translation>Line breaks and other control characters are not allowed.</translation>
    </message>
    <message>
        <source>https:// で始まるURLを指定してください（指定: %1）。</source>
        <translation>Give a URL that begins with https:// (given: %1).</translation>
    </message>
    <message>
        <source>http:// はこのパソコン内の接続先だけに使えます。https:// を指定してください。</source>
        <translation>http:// is only for a gateway on this computer. Use https://.</translation>
    </message>
    <message>
        <source>gateway.example.com のように、ホスト名だけを指定してください。</source>
        <translation>Give the host name only, like gateway.example.com.</translation>
    </message>
    <message>
        <source>ショップIDは半角英数字20文字以内で指定してください。</source>
        <translation>The shop ID has letters and digits only, 20 at most.</translation>
    </message>
    <message>
        <source>パスワードは書かず、PGPASSFILEのファイルに置いてください。</source>
        <translation>Do not write the password here; put it into the file of PGPASSFILE.</translation>
    </message>
    <message>
        <source>%1個以内で指定してください。</source>
        <translation>Give %1 values at most.</translation>
    </message>
    <message>
        <source>半角数字で指定してください（指定: %1）。</source>
        <translation>Give digits only (given: %1).</translation>
    </message>
    <message>
        <source>設定ファイル %1 を読めません。ファイルの権限と内容を確認してください。</source>
        <translation>The settings file %1 cannot be read. Check its permissions and content.</translation>
    </message>
    <message>
        <source>設定ファイル %1 の書式が壊れています。バックアップから戻すか、setupをやり直してください。</source>
        <translation>The settings file %1 is damaged. Put it back from a backup, or set up the shop again.</translation>
    </message>
    <message>
        <source>設定 %1 はありません。キーの綴りを確認してください。</source>
        <translation>There is no setting %1. Check the spelling of the key.</translation>
    </message>
    <message>
        <source>設定 timing.settleMs: timing.deadlineMs より120000以上長い値を指定してください。</source>
        <translation>Setting timing.settleMs: must be at least 120000 more than timing.deadlineMs.</translation>
    </message>
    <message>
        <source>設定ファイル %1 に書き込めません。空き容量とフォルダの権限を確認してください。</source>
        <translation>The settings file %1 cannot be written. Check the free disk space and the permissions of its folder.</translation>
    </message>
    <message>
        <source>%1 を %2 に移せません。権限を確認してください。</source>
        <translation>%1 cannot be moved to %2. Check the permissions.</translation>
    </message>
    <message>
        <source>PostgreSQL のバックアップは管理者が pg_dump で取ります（%1）。</source>
        <translation>The administrator backs up PostgreSQL with pg_dump (%1).</translation>
    </message>
    <message>
        <source>%1 はすでにあります。別の名前を指定してください。</source>
        <translation>%1 exists already. Choose another name.</translation>
    </message>
    <message>
        <source>%1 の権限を設定できません。</source>
        <translation>The permissions of %1 cannot be set.</translation>
    </message>
    <message>
        <source>%1 を書き込めません。フォルダーを確認してください。</source>
        <translation>%1 cannot be written. Check its folder.</translation>
    </message>
    <message>
        <source>フォルダー %1 を作れません。権限を確認してください。</source>
        <translation>The folder %1 cannot be created. Check the permissions.</translation>
    </message>
    <message>
        <source>バックアップ %1 がありません。場所を確認してください。</source>
        <translation>There is no backup %1. Check the place.</translation>
    </message>
    <message>
        <source>%1 を書き込めません。空き容量と権限を確認してください。</source>
        <translation>%1 cannot be written. Check the free disk space and the permissions.</translation>
    </message>
    <message>
        <source>証跡 %1 の前に、消された・入れ替えられた・差し込まれた行があります。</source>
        <translation>before evidence %1, lines were deleted, moved or inserted</translation>
    </message>
    <message>
        <source>証跡 %1 の内容が書き換えられています。</source>
        <translation>the content of evidence %1 was altered</translation>
    </message>
    <message>
        <source>証跡の行数または末尾が操作の記録と合いません。</source>
        <translation>the number of lines of evidence or the last of them does not match the operation</translation>
    </message>
    <message>
        <source>操作の状態・世代・試行回数が最後の証跡と合いません。</source>
        <translation>the operation&apos;s state, generation or number of attempts does not match its last evidence</translation>
    </message>
    <message>
        <source>操作の内容が計画または送信準備の証跡と合いません。</source>
        <translation>the operation does not match the evidence of its planning or of its sending</translation>
    </message>
    <message>
        <source>操作の結果・根拠・時刻が証跡と合いません。</source>
        <translation>the operation&apos;s result, proof or time does not match the evidence</translation>
    </message>
    <message>
        <source>封印された証跡と合いません。</source>
        <translation>it does not match the sealed evidence</translation>
    </message>
    <message>
        <source>この操作の前の操作が消されています。</source>
        <translation>the operation before this one was deleted</translation>
    </message>
    <message>
        <source>操作の数 %1 が記録された数 %2 と合いません。</source>
        <translation>there are %1 operations where %2 were recorded</translation>
    </message>
    <message>
        <source>証跡はありますが、操作の記録がありません。</source>
        <translation>there is evidence but no operation</translation>
    </message>
    <message>
        <source>封印された操作が消されています。</source>
        <translation>a sealed operation was deleted</translation>
    </message>
    <message>
        <source>データベース %1 を開けません、または接続が切れました。場所・権限・ネットワークを確認してから、もう一度操作してください。</source>
        <translation>The database %1 cannot be opened, or the connection was lost. Check its place, the permissions and the network, then try again.</translation>
    </message>
    <message>
        <source>データベース %1 はほかの処理で使用中です。しばらく待ってから、もう一度操作してください。</source>
        <translation>The database %1 is busy with something else. Wait a while and try again.</translation>
    </message>
    <message>
        <source>データベース %1 に同じものがすでに登録されています。画面を更新して確認してください。</source>
        <translation>The database %1 has the same entry already. Refresh the view and look again.</translation>
    </message>
    <message>
        <source>データベース %1 の内容がほかの処理で変わりました。画面を更新して、もう一度操作してください。</source>
        <translation>The content of the database %1 was changed meanwhile. Refresh the view and try again.</translation>
    </message>
    <message>
        <source>データベース %1 に書き込めません（ディスクの空き不足または入出力エラー）。空き容量とディスクを確認してください。</source>
        <translation>The database %1 cannot be written (disk full or a disk error). Check the free space and the disk.</translation>
    </message>
    <message>
        <source>データベース %1 は読み取り専用のため書き込めません。ファイルの権限、またはほかの起動中のプログラムを確認してください。</source>
        <translation>The database %1 is read-only. Check the permissions of the file and whether another program has it open.</translation>
    </message>
    <message>
        <source>データベース %1 が壊れているか、データベースではありません。最新のバックアップから復元してください。</source>
        <translation>The database %1 is damaged or is no database. Restore the latest backup.</translation>
    </message>
    <message>
        <source>データベース %1 は新しい版のプログラムで作られています。プログラムを更新してください。</source>
        <translation>The database %1 was made by a newer version of the program. Update the program.</translation>
    </message>
    <message>
        <source>データベース %1 は別のショップまたは別の環境のものです。設定を確認してください。</source>
        <translation>The database %1 belongs to another shop or another environment. Check the settings.</translation>
    </message>
    <message>
        <source>データベース %1 に該当するデータがありません。画面を更新して確認してください。</source>
        <translation>The database %1 has no such entry. Refresh the view and look again.</translation>
    </message>
    <message>
        <source>データベース %1 の処理を途中で終えました。条件をせばめるか、もう一度操作してください。</source>
        <translation>The work of the database %1 was interrupted. Narrow the conditions, or try again.</translation>
    </message>
    <message>
        <source>データベース %1 の処理に失敗しました。もう一度操作し、続くときはシステム担当者に連絡してください。</source>
        <translation>The database %1 failed. Try again, and tell your system administrator if it goes on.</translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>データベース %1 のあるディスクの空きが残り %2 MB です。%3 MB 以上空けてから再開してください。</source>
        <translation>The disk of the database %1 has only %2 MB left. Free at least %3 MB, then resume.</translation>
    </message>
    <message>
        <source>%1（%2、%3 から）</source>
        <translation>%1 (%2, since %3)</translation>
    </message>
    <message>
        <source>データベース %1 は前の版の形式です。プログラムを一度起動して更新してから、もう一度操作してください。</source>
        <translation>The database %1 is in the format of an earlier version. Start the program once to update it, then try again.</translation>
    </message>
    <message>
        <source>並べ替えの項目 %1 はありません。</source>
        <translation>There is no field %1 to sort by.</translation>
    </message>
    <message>
        <source>注文番号 %1 の受注はありません。番号を確認してください。</source>
        <translation>There is no order with number %1. Check the number.</translation>
    </message>
    <message>
        <source>注文番号 %1 の受注が二つ以上あります。一覧から選んでください。</source>
        <translation>There are two or more orders with number %1. Choose one from the list.</translation>
    </message>
    <message>
        <source>この決済には処理中の操作か要確認があるか、すでに連携が外されています。操作が終わり、要確認を解決してから、画面を更新して確認してください。</source>
        <translation>An operation on this payment is in progress, something about it needs a person, or it is unlinked already. Wait until the operation is over and resolve what needs a person; then refresh the view and look again.</translation>
    </message>
    <message>
        <source>封印が書き換えられたか、消されています。</source>
        <translation>a seal was altered or deleted</translation>
    </message>
    <message>
        <source>途中の処理が失敗したため取り消しました</source>
        <translation>undone, as one of the steps failed</translation>
    </message>
    <message>
        <source>%1、%2円</source>
        <translation>%1, %2 yen</translation>
    </message>
    <message>
        <source>GMOの今の状態は「%1」で、この操作は成立しています。不成立にはできません。「完了」か「GMOの状態を採用」を選んでください。</source>
        <translation>The gateway now shows “%1”: this operation was carried out and cannot be called not carried out. Choose that it was carried out, or adopt the gateway&apos;s state.</translation>
    </message>
    <message>
        <source>GMOの今の状態は「%1」で、操作の前から何も変わっていません。完了にはできません。「不成立」か「GMOの状態を採用」を選んでください。</source>
        <translation>The gateway now shows “%1”: nothing has changed since before the operation, so it cannot be called carried out. Choose that it was not carried out, or adopt the gateway&apos;s state.</translation>
    </message>
    <message>
        <source>%1 は控えとして使えません（壊れているか、データベースではありません）。別の控えを指定してください。</source>
        <translation>%1 cannot be used as a backup (it is damaged or is no database). Name another backup.</translation>
    </message>
    <message>
        <source>ファイル %1 がありません。名前を確認してください。</source>
        <translation>There is no file %1. Check its name.</translation>
    </message>
    <message>
        <source>PostgreSQLのデータベースは、管理者が pg_restore で戻してください。</source>
        <translation>A PostgreSQL database is restored by its administrator with pg_restore.</translation>
    </message>
    <message>
        <source>最新の正常なバックアップ（%1）から復元してください：kessai restore %2</source>
        <translation>Restore the newest sound backup (%1): kessai restore %2</translation>
    </message>
    <message>
        <source>売上確定(実売上)</source>
        <translation>Capture</translation>
    </message>
    <message>
        <source>取消(返品)</source>
        <translation>Cancel (refund)</translation>
    </message>
    <message>
        <source>決済金額変更</source>
        <translation>Change amount</translation>
    </message>
    <message>
        <source>再オーソリ</source>
        <translation>Re-authorise</translation>
    </message>
    <message>
        <source>要確認: このアプリの%1（%2、%3）は、影響なしと判断したあとでGMOに反映されました。GMOの管理画面と見比べ、理由を付けて解決してください。</source>
        <translation>Needs a person: %1 of this app (%2, %3) took effect at GMO after it had been judged to have no effect. Compare with GMO&apos;s console and resolve with a reason.</translation>
    </message>
    <message>
        <source>要確認: このアプリの%1（%2、%3）を影響なしと判断したあとで、GMOの状態が変わりました。GMOの管理画面と見比べ、理由を付けて解決してください。</source>
        <translation>Needs a person: the state at GMO changed after %1 of this app (%2, %3) had been judged to have no effect. Compare with GMO&apos;s console and resolve with a reason.</translation>
    </message>
    <message>
        <source>時間内（%1ミリ秒）に応答がありませんでした。</source>
        <translation>No answer came in time (%1 ms).</translation>
    </message>
    <message>
        <source>時間内（%1ミリ秒）に接続できませんでした。</source>
        <translation>No connection was made in time (%1 ms).</translation>
    </message>
    <message>
        <source>HTTP %1 が返りました。</source>
        <translation>HTTP %1 was returned.</translation>
    </message>
    <message>
        <source>応答が %1 バイトを超えました。</source>
        <translation>The answer was longer than %1 bytes.</translation>
    </message>
    <message>
        <source>送受信の途中で、このパソコンがスリープしました。</source>
        <translation>This computer slept during the request.</translation>
    </message>
    <message>
        <source>送受信を打ち切りました。</source>
        <translation>The request was given up.</translation>
    </message>
    <message>
        <source>送受信の途中で、プログラムが終わりました。</source>
        <translation>The program ended during the request.</translation>
    </message>
    <message>
        <source>送信できる時間を過ぎたか、別のプログラムに引き継がれたため、送信していません。</source>
        <translation>Not sent: the time to send was over, or another program had taken over.</translation>
    </message>
    <message>
        <source>前の送受信が終わっていないため、送信していません。</source>
        <translation>Not sent: the request before was not finished.</translation>
    </message>
    <message>
        <source>送信する内容がないため、送信していません。</source>
        <translation>Not sent: there was nothing to send.</translation>
    </message>
    <message>
        <source>接続先がhttpsでもこのパソコンでもないため、送信していません。</source>
        <translation>Not sent: the gateway address is neither https nor on this computer.</translation>
    </message>
    <message>
        <source>ファイル %1 に証明書がありません。</source>
        <translation>The file %1 holds no certificate.</translation>
    </message>
    <message>
        <source>応答の %1 バイト目の文字を読み取れません。</source>
        <translation>The character at byte %1 of the answer cannot be read.</translation>
    </message>
    <message>
        <source>応答が空です。</source>
        <translation>The answer is empty.</translation>
    </message>
    <message>
        <source>応答の %1 番目の項目の形が正しくありません。</source>
        <translation>Part %1 of the answer is malformed.</translation>
    </message>
    <message>
        <source>応答の %1 番目の項目が重複しています。</source>
        <translation>Part %1 of the answer repeats an earlier one.</translation>
    </message>
    <message>
        <source>応答の決済オーダーIDが、問い合わせたものと違います。</source>
        <translation>The order ID in the answer is not the one asked for.</translation>
    </message>
    <message>
        <source>応答に取引状態がありません。</source>
        <translation>The answer has no payment status.</translation>
    </message>
    <message>
        <source>応答の金額または税送料が数字ではありません。</source>
        <translation>The amount or the tax in the answer is not a number.</translation>
    </message>
    <message>
        <source>応答の処理日時を読み取れません。</source>
        <translation>The processing time in the answer cannot be read.</translation>
    </message>
    <message>
        <source>応答のアクセスIDまたはアクセスパスの形が正しくありません。</source>
        <translation>The access ID or access pass in the answer is malformed.</translation>
    </message>
    <message>
        <source>応答のアクセスIDまたはアクセスパスが、この取引のものではありません。</source>
        <translation>The access ID or access pass in the answer is not of this transaction.</translation>
    </message>
    <message>
        <source>応答にトランザクションIDまたは承認番号がありません。</source>
        <translation>The answer has no transaction ID or no approval number.</translation>
    </message>
    <message>
        <source>応答にトランザクションIDがありません。</source>
        <translation>The answer has no transaction ID.</translation>
    </message>
    <message>
        <source>応答の処理日時がないか、読み取れません。</source>
        <translation>The processing time is missing from the answer or cannot be read.</translation>
    </message>
    <message>
        <source>応答のエラーコードの数が合いません。</source>
        <translation>The numbers of error codes in the answer do not agree.</translation>
    </message>
    <message>
        <source>接続を拒否されました。</source>
        <translation>The connection was refused.</translation>
    </message>
    <message>
        <source>接続先が、応答の前に接続を切りました。</source>
        <translation>The other side closed the connection before it answered.</translation>
    </message>
    <message>
        <source>接続先のホストが見つかりませんでした。</source>
        <translation>The host was not found.</translation>
    </message>
    <message>
        <source>接続が時間切れになりました。</source>
        <translation>The connection timed out.</translation>
    </message>
    <message>
        <source>接続先の証明書を確認できませんでした。</source>
        <translation>The certificate of the other side could not be verified.</translation>
    </message>
    <message>
        <source>ネットワークに接続できませんでした。</source>
        <translation>There was no network.</translation>
    </message>
    <message>
        <source>中継装置（プロキシ）を通して接続できませんでした。</source>
        <translation>No connection could be made through the proxy.</translation>
    </message>
    <message>
        <source>この一括処理は、送信済みの処理の回答をまだ待っています。終わってから再開してください。</source>
        <translation>This run still waits for the answers to what was sent. Resume it when they have come.</translation>
    </message>
    <message>
        <source>保存先とその権限を確認してください。</source>
        <translation>Check the place and its permissions.</translation>
    </message>
    <message>
        <source>空き容量と保存先を確認してください。</source>
        <translation>Check the free disk space and the place.</translation>
    </message>
    <message>
        <source>%1 に書き込めません（%2）。</source>
        <translation>%1 cannot be written (%2). </translation>
    </message>
    <message>
        <source>Excelで開ける行数（%1行）を超えています。CSVで書き出すか、条件を絞ってください。</source>
        <translation>More lines than Excel can open (%1). Export as CSV, or narrow the conditions.</translation>
    </message>
    <message>
        <source>%1 に書き込めません（%2）。空き容量と保存先とその権限を確認してください。</source>
        <translation>%1 cannot be written (%2). Check the free disk space, the place and its permissions.</translation>
    </message>
    <message>
        <source>検索の名前を入力してください。</source>
        <translation>Enter a name for the search.</translation>
    </message>
    <message>
        <source>検索の名前は%1文字以内で入力してください。</source>
        <translation>The name of a search has %1 characters at most.</translation>
    </message>
    <message>
        <source>検索条件が長すぎるため保存できません。条件を短くしてください。</source>
        <translation>The conditions are too long to be saved. Shorten them.</translation>
    </message>
    <message>
        <source>保存できる検索は%1件までです。使わない検索を削除してください。</source>
        <translation>At most %1 searches can be saved. Delete those that are not used.</translation>
    </message>
    <message>
        <source>「%1」という名前の検索はすでにあります。別の名前を付けてください。</source>
        <translation>There is a search named &quot;%1&quot; already. Choose another name.</translation>
    </message>
    <message>
        <source>この検索は削除されています。画面を更新して確認してください。</source>
        <translation>This search has been deleted. Refresh the view and look again.</translation>
    </message>
    <message>
        <source>空欄か postgresql://利用者@ホスト:ポート/名前 （UNIXソケットは postgresql://利用者@/名前?host=/フォルダー）を指定してください。</source>
        <translation>Leave it empty or give postgresql://user@host:port/name (a Unix socket as postgresql://user@/name?host=/folder).</translation>
    </message>
    <message>
        <source>データベースの指定は空（組み込み）、または postgresql://利用者@ホスト:ポート/名前 （UNIXソケットは postgresql://利用者@/名前?host=/フォルダー）です: %1</source>
        <translation>A database is given as nothing (built in), or as postgresql://user@host:port/name (a Unix socket as postgresql://user@/name?host=/folder): %1</translation>
    </message>
    <message>
        <source>%1 に担当者（%2）が中止しました。</source>
        <translation>Stopped by %2 on %1.</translation>
    </message>
    <message>
        <source>%1 に担当者（%2）が中止しました。まだ送信していない処理が残っています。</source>
        <translation>Stopped by %2 on %1. Items that have not been sent are still left.</translation>
    </message>
    <message>
        <source>結果の分からない応答が%1件続いたため一時停止しました。GMOとの接続を確認して再開してください。</source>
        <translation>Paused because %1 answers in a row left the result unknown. Check the connection to GMO, then resume.</translation>
    </message>
    <message>
        <source>請求を送信できない状態が%1件続いたため一時停止しました（この%1件は送信していません）。GMOとの接続を確認して再開してください。</source>
        <translation>Paused because %1 items in a row could not be sent (nothing was sent for them). Check the connection to GMO, then resume.</translation>
    </message>
    <message>
        <source>GMOから使える回答を得られない状態が%1件続いたため一時停止しました（うち%2件は送信していません）。GMOとの接続を確認して再開してください。</source>
        <translation>Paused because %1 items in a row got no usable answer from GMO (%2 of them were not sent). Check the connection to GMO, then resume.</translation>
    </message>
    <message>
        <source>担当者（%1）が一時停止しました。再開すると残りを処理します。</source>
        <translation>Paused by %1. Resume it to process the rest.</translation>
    </message>
    <message>
        <source>プログラムを終了したため一時停止しました。再開すると残りを処理します。</source>
        <translation>Paused because the program was closed. Resume it to process the rest.</translation>
    </message>
    <message>
        <source>実行していたプログラムが終了したため一時停止しました。再開してください。</source>
        <translation>Paused because the program that ran it has ended. Resume it to go on.</translation>
    </message>
    <message>
        <source>GMOがショップID・パスワードまたは契約を拒否したため一時停止しました。設定を確認して再開してください。</source>
        <translation>Paused because GMO rejected the shop ID, the password or the contract. Check the settings, then resume.</translation>
    </message>
    <message>
        <source>データベースに書き込めないため一時停止しました：%1</source>
        <translation>Paused because the database could not be written: %1</translation>
    </message>
    <message>
        <source>応答を記録できないため一時停止しました。</source>
        <translation>Paused because answers could not be recorded.</translation>
    </message>
    <message>
        <source>中断したため、何も実行していません。</source>
        <translation>It was interrupted; nothing was carried out.</translation>
    </message>
    <message>
        <source>決済オーダーIDがありません（未連携）。対応表を取り込んでください。</source>
        <translation>It has no GMO order ID (not linked). Import the link table.</translation>
    </message>
    <message>
        <source>この一括処理は、GMOの回答をまだ待っています。終わってから再開してください。</source>
        <translation>This bulk run is still waiting for answers from GMO. Resume it when they are in.</translation>
    </message>
    <message>
        <source>要確認: 楽天ペイが受け付けたこのアプリの%1（%2、%3）は、求めたとおりに終わりませんでした。GMOの管理画面と見比べ、理由を付けて解決してください。</source>
        <translation>Needs a person: Rakuten Pay accepted %1 of this app (%2, %3), but did not end it as asked. Compare with GMO&apos;s console and resolve with a reason.</translation>
    </message>
    <message>
        <source>GMOの支払方法ではないため、決済状態は確認できません。</source>
        <translation>This payment method does not go through GMO, so there is no payment state to read.</translation>
    </message>
    <message>
        <source>GMOにこの決済オーダーIDの取引がありません。決済オーダーID、支払方法、接続先（本番・テスト）を確認してください。</source>
        <translation>GMO does not know this gateway order ID. Check the ID, the payment method and the gateway (live or test).</translation>
    </message>
    <message>
        <source>締め日を登録できません。会社名は必須、日は1から31まで、会社名とメモは%1文字まで、件数は%2件までです。</source>
        <translation>The closing dates cannot be saved. A company name is required, days run from 1 to 31, names and notes may have up to %1 characters, and there may be up to %2 entries.</translation>
    </message>
    <message>
        <source>割引とポイントの金額は、0円か、-99,999,999円までのマイナスの金額で入力してください（例：-500）。</source>
        <translation>Discounts and points are 0 or negative amounts, down to -99,999,999 yen (for example -500).</translation>
    </message>
    <message>
        <source>金額は0円から99,999,999円までで入力してください。値引きは「割引」の行で入力します。</source>
        <translation>The amount is from 0 to 99,999,999 yen. To take something off, add a line of the kind &quot;Discount&quot;.</translation>
    </message>
    <message>
        <source>数量は1から9,999,999までの整数で入力してください。</source>
        <translation>The quantity is a whole number from 1 to 9,999,999.</translation>
    </message>
    <message>
        <source>税率は0%から100%までの整数で入力してください。</source>
        <translation>The tax rate is a whole number from 0% to 100%.</translation>
    </message>
    <message>
        <source>お支払い合計が明細の計算結果と違います。「計算結果を更新」を押してください。</source>
        <translation>The sum to be paid is not what the lines give. Press &quot;Update the result&quot;.</translation>
    </message>
    <message>
        <source>お支払い合計は1円（楽天ペイは100円）から9,999,999円までにしてください。0円にするには、取消(返品)を行います。</source>
        <translation>The sum to be paid must be from 1 yen (Rakuten Pay: 100 yen) to 9,999,999 yen. To make it 0, cancel the payment.</translation>
    </message>
    <message>
        <source>お支払い合計がマイナスです。明細を見直してください。</source>
        <translation>The sum to be paid is negative. Look at the lines again.</translation>
    </message>
    <message>
        <source>明細がありません。商品を1行以上入力してください。</source>
        <translation>There are no lines. Enter at least one.</translation>
    </message>
    <message>
        <source>明細は10,000行までです。行を減らしてください。</source>
        <translation>An order has at most 10,000 lines. Take some out.</translation>
    </message>
    <message>
        <source>%1文字までです。%2文字入力されています。</source>
        <translation>At most %1 characters; there are %2.</translation>
    </message>
    <message>
        <source>改行などの制御文字は使えません。取り除いてください。</source>
        <translation>Line breaks and other control characters cannot be used. Take them out.</translation>
    </message>
    <message>
        <source>空欄にできません。入力してください。</source>
        <translation>This cannot be empty. Please fill it in.</translation>
    </message>
    <message>
        <source>改行以外の制御文字は使えません。取り除いてください。</source>
        <translation>Control characters other than line breaks cannot be used. Take them out.</translation>
    </message>
    <message>
        <source>カタカナで入力してください。</source>
        <translation>Please write it in katakana.</translation>
    </message>
    <message>
        <source>郵便番号は7けたの数字で入力してください。</source>
        <translation>The postal code has seven digits.</translation>
    </message>
    <message>
        <source>都道府県を一覧から選んでください。</source>
        <translation>Choose the prefecture from the list.</translation>
    </message>
    <message>
        <source>電話番号は14けたまでの数字で入力してください。</source>
        <translation>The phone number has up to 14 digits.</translation>
    </message>
    <message>
        <source>メールアドレスの形ではありません。例のように入力してください：taro@example.com</source>
        <translation>This is no mail address. Write it like taro@example.com</translation>
    </message>
    <message>
        <source>半角の英数字とハイフンで入力してください。</source>
        <translation>Use half-width letters, digits and hyphens.</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>送料</source>
        <translation>Delivery fee</translation>
    </message>
    <message>
        <source>手数料</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>割引</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>税</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>ポイント</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>配送先の%1</source>
        <translation>Parcel: %1</translation>
    </message>
    <message>
        <source>配送先%1の%2</source>
        <translation>Parcel %1: %2</translation>
    </message>
    <message>
        <source>お名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>お名前（カナ）</source>
        <translation>Name (kana)</translation>
    </message>
    <message>
        <source>会社名</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>住所</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>電話番号</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>支払方法</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>明細と金額</source>
        <translation>Lines and amounts</translation>
    </message>
    <message>
        <source>注文番号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>会員ID</source>
        <translation>Member ID</translation>
    </message>
    <message>
        <source>対応状況</source>
        <translation>Order status</translation>
    </message>
    <message>
        <source>受注日時</source>
        <translation>Ordered at</translation>
    </message>
    <message>
        <source>入金日</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>メールアドレス</source>
        <translation>Mail address</translation>
    </message>
    <message>
        <source>要望等</source>
        <translation>Message of the buyer</translation>
    </message>
    <message>
        <source>ショップ用メモ欄</source>
        <translation>The shop&apos;s memo</translation>
    </message>
    <message>
        <source>配送先</source>
        <translation>Parcels</translation>
    </message>
    <message>
        <source>配送業者</source>
        <translation>Carrier</translation>
    </message>
    <message>
        <source>お届け希望日</source>
        <translation>Wanted delivery day</translation>
    </message>
    <message>
        <source>お届け時間</source>
        <translation>Delivery time</translation>
    </message>
    <message>
        <source>配達用メモ</source>
        <translation>Memo for the delivery</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>Tracking number</translation>
    </message>
    <message>
        <source>発送日</source>
        <translation>Shipped on</translation>
    </message>
    <message>
        <source>税抜</source>
        <translation>without tax</translation>
    </message>
    <message>
        <source>税込</source>
        <translation>with tax</translation>
    </message>
    <message>
        <source>不課税</source>
        <translation>not taxed</translation>
    </message>
    <message>
        <source>非課税</source>
        <translation>exempt from tax</translation>
    </message>
    <message numerus="yes">
        <source>ほか%n行</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
        </translation>
    </message>
    <message>
        <source>%1&#x3000;%2円（%3）× %4&#x3000;税率%5%&#x3000;小計 %6円</source>
        <translation>%1  %2 yen (%3) × %4  tax rate %5%  sum %6 yen</translation>
    </message>
    <message>
        <source>小計 %1円</source>
        <translation>Subtotal %1 yen</translation>
    </message>
    <message>
        <source>送料 %1円</source>
        <translation>Delivery fee %1 yen</translation>
    </message>
    <message>
        <source>手数料 %1円</source>
        <translation>Charge %1 yen</translation>
    </message>
    <message>
        <source>値引き %1円</source>
        <translation>Discount %1 yen</translation>
    </message>
    <message>
        <source>税金 %1円</source>
        <translation>Tax %1 yen</translation>
    </message>
    <message>
        <source>合計 %1円</source>
        <translation>Total %1 yen</translation>
    </message>
    <message>
        <source>お支払い合計 %1円</source>
        <translation>To be paid %1 yen</translation>
    </message>
    <message>
        <source>利用ポイント %1</source>
        <translation>Points used %1</translation>
    </message>
    <message>
        <source>加算ポイント %1</source>
        <translation>Points added %1</translation>
    </message>
    <message>
        <source>注文番号 %1</source>
        <translation>Order %1</translation>
    </message>
    <message>
        <source>%1様</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1様（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>電話番号なし</source>
        <translation>no phone number</translation>
    </message>
    <message>
        <source>電話 %1</source>
        <translation>Phone %1</translation>
    </message>
    <message>
        <source>メールアドレスなし</source>
        <translation>no mail address</translation>
    </message>
    <message>
        <source>メール %1</source>
        <translation>Mail %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>商品の明細なし</source>
        <translation>no lines of goods</translation>
    </message>
    <message numerus="yes">
        <source>、ほか%n点</source>
        <translation>
            <numerusform>, and %n more</numerusform>
            <numerusform>, and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>入金日 %1</source>
        <translation>Paid on %1</translation>
    </message>
    <message>
        <source>未入金</source>
        <translation>not paid</translation>
    </message>
    <message>
        <source>売上期限 %1</source>
        <translation>Capture by %1</translation>
    </message>
    <message>
        <source>お支払期限 %1</source>
        <translation>Pay by %1</translation>
    </message>
    <message>
        <source>取消の期限 %1</source>
        <translation>Cancel by %1</translation>
    </message>
    <message>
        <source>決済 未連携</source>
        <translation>Payment: not linked</translation>
    </message>
    <message>
        <source>GMO以外の決済</source>
        <translation>Not paid through GMO</translation>
    </message>
    <message>
        <source>決済オーダーID %1</source>
        <translation>Payment order ID %1</translation>
    </message>
    <message>
        <source>決済 未確認</source>
        <translation>Payment: not read yet</translation>
    </message>
    <message>
        <source>決済 %1 %2円</source>
        <translation>Payment: %1 %2 yen</translation>
    </message>
    <message>
        <source>承認番号 %1</source>
        <translation>Approval number %1</translation>
    </message>
    <message>
        <source>%1「%2」→「%3」</source>
        <translation>%1 &quot;%2&quot; → &quot;%3&quot;</translation>
    </message>
    <message>
        <source>引き継ぎの内容を入力してください。</source>
        <translation>Write the note first.</translation>
    </message>
    <message>
        <source>引き継ぎは%1文字までです。短くするか、二つに分けてください。</source>
        <translation>A note has at most %1 characters. Make it shorter or two of it.</translation>
    </message>
    <message>
        <source>https:// で始まるURLか、mailto: で始まるメールアドレスを指定してください。</source>
        <translation>Enter an address that begins with https://, or a mail address that begins with mailto:.</translation>
    </message>
    <message>
        <source>support@example.co.jp のように、半角で指定してください。</source>
        <translation>Enter it in plain letters, such as support@example.co.jp.</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>ショップ名</source>
        <translation>Shop name</translation>
    </message>
    <message>
        <source>ウィンドウの題名に表示します。</source>
        <translation>Shown in the window&apos;s title.</translation>
    </message>
    <message>
        <source>担当者</source>
        <translation>Operators</translation>
    </message>
    <message>
        <source>接続先URL</source>
        <translation>Gateway URL</translation>
    </message>
    <message>
        <source>GMOの接続先です。本番とテストのデータは同じ店舗に混ぜられません。</source>
        <translation>GMO&apos;s gateway. Live and test data cannot be mixed in one shop.</translation>
    </message>
    <message>
        <source>ショップID</source>
        <translation>Shop ID</translation>
    </message>
    <message>
        <source>GMOから発行されたショップIDです。</source>
        <translation>The shop ID issued by GMO.</translation>
    </message>
    <message>
        <source>1秒あたりの通信回数</source>
        <translation>Requests per second</translation>
    </message>
    <message>
        <source>GMOとの通信回数の上限です（0は無制限、このパソコン内の接続先のみ）。</source>
        <translation>Limit for requests to GMO (0: no limit, only for a gateway on this machine).</translation>
    </message>
    <message>
        <source>同時に行う通信の数</source>
        <translation>Requests at the same time</translation>
    </message>
    <message>
        <source>変更は次の起動から有効です。</source>
        <translation>A change takes effect at the next start.</translation>
    </message>
    <message>
        <source>一時停止までの結果不明の回数</source>
        <translation>Unknown results until a pause</translation>
    </message>
    <message>
        <source>結果不明がこの回数続くと、一括処理を一時停止します。</source>
        <translation>After this many unknown results in a row, a bulk run pauses.</translation>
    </message>
    <message>
        <source>売上処理ができる日数</source>
        <translation>Days for capturing</translation>
    </message>
    <message>
        <source>与信日から数えます。契約により60日または90日です。</source>
        <translation>Counted from the day of authorisation. 60 or 90 days, by contract.</translation>
    </message>
    <message>
        <source>取消・金額変更ができる日数</source>
        <translation>Days for cancelling and changing the amount</translation>
    </message>
    <message>
        <source>最後の処理日から数えます。再オーソリも同じです。</source>
        <translation>Counted from the day of the last operation. The same holds for re-authorising.</translation>
    </message>
    <message>
        <source>再オーソリ後の状態</source>
        <translation>Status after re-authorising</translation>
    </message>
    <message>
        <source>即時売上の店舗では即時売上を選びます。</source>
        <translation>Shops that capture at once choose &quot;Captured at once&quot;.</translation>
    </message>
    <message>
        <source>消費税の端数処理</source>
        <translation>Rounding of consumption tax</translation>
    </message>
    <message>
        <source>受注ファイルに指定がない明細の計算に使います。</source>
        <translation>Used for items without a rule of their own in the order file.</translation>
    </message>
    <message>
        <source>配色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>自動はパソコンの設定に合わせます。</source>
        <translation>Automatic follows the setting of this machine.</translation>
    </message>
    <message>
        <source>言語</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>2行では受注日時なども同じ行に表示します。</source>
        <translation>With two lines a row also shows when it was ordered and more.</translation>
    </message>
    <message>
        <source>仮売上</source>
        <translation>Authorised</translation>
    </message>
    <message>
        <source>即時売上</source>
        <translation>Captured at once</translation>
    </message>
    <message>
        <source>四捨五入</source>
        <translation>Round to nearest</translation>
    </message>
    <message>
        <source>切り捨て</source>
        <translation>Round down</translation>
    </message>
    <message>
        <source>切り上げ</source>
        <translation>Round up</translation>
    </message>
    <message>
        <source>自動</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>明</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>暗</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>コンマで区切って書きます。2人以上なら起動時に選びます。決済ログに残ります。</source>
        <translation>Separated by commas. With two or more, one is chosen at the start. Kept in the payment log.</translation>
    </message>
    <message>
        <source>%1日</source>
        <translation>%1 days</translation>
    </message>
    <message>
        <source>一覧で1件に使う行</source>
        <translation>Lines per order in the list</translation>
    </message>
    <message>
        <source>%1行</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>GMOと取り決めた数です。次の起動から有効です。</source>
        <translation>As agreed with GMO. A change takes effect at the next start.</translation>
    </message>
    <message>
        <source>会社名</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>このアプリについて問い合わせる会社です。</source>
        <translation>Whom to ask about this program.</translation>
    </message>
    <message>
        <source>住所</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>ヘルプの「お問い合わせ先」に表示します。</source>
        <translation>Shown under Contact in the help menu.</translation>
    </message>
    <message>
        <source>電話</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>メール</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>「メールを書く」の宛先です。アプリの版と最後のエラーコードを書き添えます。</source>
        <translation>Where mails go. The version of the program and the last error code are added.</translation>
    </message>
    <message>
        <source>受付時間</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>例: 平日 10:00～12:00／13:00～17:00</source>
        <translation>For example: weekdays 10:00–12:00, 13:00–17:00</translation>
    </message>
    <message>
        <source>契約と手数料のページ</source>
        <translation>Page for contract and fees</translation>
    </message>
    <message>
        <source>GMOとの契約と手数料を問い合わせるページです。https:// か mailto: で始めます。</source>
        <translation>Where to ask about contract and fees. It begins with https:// or mailto:.</translation>
    </message>
    <message>
        <source>GMOのサポートのページ</source>
        <translation>Page of GMO&apos;s support</translation>
    </message>
    <message>
        <source>GMOの管理画面、不具合、エラーを問い合わせるページです。https:// か mailto: で始めます。</source>
        <translation>Where to ask about GMO&apos;s console, faults and errors. It begins with https:// or mailto:.</translation>
    </message>
    <message>
        <source>ポイント付与率（%）</source>
        <translation>Points given (%)</translation>
    </message>
    <message>
        <source>受注の明細を編集したときの、加算ポイントの計算に使います。</source>
        <translation>Used for the points added when order lines are edited.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>新規受付</source>
        <translation>New</translation>
    </message>
    <message>
        <source>注文取消し</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>対応中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>発送済み</source>
        <translation>Shipped</translation>
    </message>
    <message>
        <source>入金済み</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>決済処理中</source>
        <translation>Being paid</translation>
    </message>
    <message>
        <source>購入処理中</source>
        <translation>Being bought</translation>
    </message>
    <message>
        <source>返品</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>未決済</source>
        <translation>Not settled</translation>
    </message>
    <message>
        <source>要求成功</source>
        <translation>Request accepted</translation>
    </message>
    <message>
        <source>支払い完了</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>期限切れ</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>仮売上済み</source>
        <translation>Authorised</translation>
    </message>
    <message>
        <source>実売上済み</source>
        <translation>Captured</translation>
    </message>
    <message>
        <source>即時売上済み</source>
        <translation>Captured at once</translation>
    </message>
    <message>
        <source>取消済み</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>返品済み</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>月跨ぎ返品済み</source>
        <translation>Refunded later month</translation>
    </message>
    <message>
        <source>簡易オーソリ済み</source>
        <translation>Simple authorisation</translation>
    </message>
    <message>
        <source>有効性チェック済み</source>
        <translation>Card checked</translation>
    </message>
    <message>
        <source>例外エラー</source>
        <translation>Unknown state</translation>
    </message>
    <message>
        <source>決済開始</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>注文確定受付</source>
        <translation>Capture accepted</translation>
    </message>
    <message>
        <source>キャンセル受付</source>
        <translation>Cancel accepted</translation>
    </message>
    <message>
        <source>注文金額変更受付</source>
        <translation>Change accepted</translation>
    </message>
    <message>
        <source>決済失敗</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>クレジット決済</source>
        <translation>Credit card</translation>
    </message>
    <message>
        <source>コンビニ決済</source>
        <translation>Convenience store</translation>
    </message>
    <message>
        <source>Pay-easy決済(銀行ATM)</source>
        <translation>Pay-easy (ATM)</translation>
    </message>
    <message>
        <source>Pay-easy決済(ネットバンク)</source>
        <translation>Pay-easy (net bank)</translation>
    </message>
    <message>
        <source>auかんたん決済</source>
        <translation>au easy payment</translation>
    </message>
    <message>
        <source>ドコモケータイ払い</source>
        <translation>docomo payment</translation>
    </message>
    <message>
        <source>ソフトバンクまとめて支払い</source>
        <translation>SoftBank payment</translation>
    </message>
    <message>
        <source>楽天ペイ</source>
        <translation>Rakuten Pay</translation>
    </message>
    <message>
        <source>GMO決済以外</source>
        <translation>Not by GMO</translation>
    </message>
    <message>
        <source>売上確定(実売上)</source>
        <translation>Capture</translation>
    </message>
    <message>
        <source>取消(返品)</source>
        <translation>Cancel (refund)</translation>
    </message>
    <message>
        <source>決済金額変更</source>
        <translation>Change amount</translation>
    </message>
    <message>
        <source>再オーソリ</source>
        <translation>Re-authorise</translation>
    </message>
    <message>
        <source>待機中</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>処理中</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>結果確認中</source>
        <translation>Checking result</translation>
    </message>
    <message>
        <source>要確認</source>
        <translation>Needs a person</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>done</translation>
    </message>
    <message>
        <source>取りやめ</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>未連携</source>
        <translation>Not linked</translation>
    </message>
    <message>
        <source>未確認</source>
        <translation>Not read yet</translation>
    </message>
    <message>
        <source>すでにその状態になっています。</source>
        <translation>It is in that state already.</translation>
    </message>
    <message>
        <source>GMOでの取引状態がこの操作に合いません。</source>
        <translation>The state at GMO does not fit this operation.</translation>
    </message>
    <message>
        <source>決済金額とお支払い合計に差異があります。</source>
        <translation>The payment&apos;s amount is not the order&apos;s total.</translation>
    </message>
    <message>
        <source>操作できる決済がありません。</source>
        <translation>There is no payment to work on.</translation>
    </message>
    <message>
        <source>有効な決済が2件以上あります。どれに対する操作かを選んでください。</source>
        <translation>Two or more payments are open. Choose which one is meant.</translation>
    </message>
    <message>
        <source>操作できる期限を過ぎています。</source>
        <translation>The deadline for this operation is over.</translation>
    </message>
    <message>
        <source>日付が変わる前後は取消を行いません。0時2分以降にもう一度操作してください。</source>
        <translation>No cancel is sent around midnight. Try again after 0:02.</translation>
    </message>
    <message>
        <source>GMOの日付がわからないため、取消の種類を決められません。</source>
        <translation>GMO&apos;s date is not known, so the kind of cancel cannot be decided.</translation>
    </message>
    <message>
        <source>この決済には確認の済んでいない操作があります。</source>
        <translation>Another operation on this payment is not settled yet.</translation>
    </message>
    <message>
        <source>GMOの回答を読み取れませんでした。何も送信していません。</source>
        <translation>GMO&apos;s answer could not be read. Nothing was sent.</translation>
    </message>
    <message>
        <source>実行する前に取りやめました。</source>
        <translation>Withdrawn before it began.</translation>
    </message>
    <message>
        <source>GMOが受け付けませんでした。請求に変化はありません。</source>
        <translation>GMO refused. Nothing has changed in what is charged.</translation>
    </message>
    <message>
        <source>カード会社の承認が得られませんでした。</source>
        <translation>The card company declined.</translation>
    </message>
    <message>
        <source>GMOの状態は変わっていません。</source>
        <translation>The state at GMO has not changed.</translation>
    </message>
    <message>
        <source>GMOの回答が矛盾しています。</source>
        <translation>GMO&apos;s answers contradict each other.</translation>
    </message>
    <message>
        <source>GMOでの状態が予想と違います。</source>
        <translation>The state at GMO is not the expected one.</translation>
    </message>
    <message>
        <source>GMOにこの決済オーダーIDがありません。</source>
        <translation>GMO does not know this gateway order ID.</translation>
    </message>
    <message>
        <source>GMO決済の注文ではありません。</source>
        <translation>This order is not paid through GMO.</translation>
    </message>
    <message>
        <source>GMOの状態はまだ確認していません。実行の前に確認します。</source>
        <translation>The state at GMO is not known yet. It is read before anything is done.</translation>
    </message>
    <message>
        <source>今の取引状態では操作できません。</source>
        <translation>Not possible in the present state.</translation>
    </message>
    <message>
        <source>すでに実売上済みです。</source>
        <translation>Captured already.</translation>
    </message>
    <message>
        <source>即時売上のため、売上処理は必要ありません。</source>
        <translation>Captured at once when authorised; nothing to capture.</translation>
    </message>
    <message>
        <source>売上期限を過ぎています。再オーソリが必要です。</source>
        <translation>The capture deadline is over. It must be re-authorised.</translation>
    </message>
    <message>
        <source>GMOでの操作期限を過ぎています。GMOにお問い合わせください。</source>
        <translation>GMO&apos;s deadline for operations is over. Ask GMO.</translation>
    </message>
    <message>
        <source>要確認の内容を先に確認してください。</source>
        <translation>Look at what needs a person first.</translation>
    </message>
    <message>
        <source>日付が変わる前後は取消を行いません。0時2分以降に操作してください。</source>
        <translation>No cancel is sent around midnight. Possible again after 0:02.</translation>
    </message>
    <message>
        <source>購入者の支払いが済みました（コンビニ・銀行ATM・ネットバンク）。</source>
        <translation>The buyer has paid (store, ATM, net bank).</translation>
    </message>
    <message>
        <source>与信枠を確保しています。売上処理をするまで請求されません。</source>
        <translation>The amount is reserved. Nothing is charged until it is captured.</translation>
    </message>
    <message>
        <source>売上が確定しました。購入者に請求されます。</source>
        <translation>Captured. The buyer is charged.</translation>
    </message>
    <message>
        <source>与信と同時に売上が確定しました。</source>
        <translation>Captured when it was authorised.</translation>
    </message>
    <message>
        <source>カードの有効性だけを確認しました。請求はありません。</source>
        <translation>Only the card was checked. Nothing is charged.</translation>
    </message>
    <message>
        <source>どの状態にも当てはまらない回答です。GMOの管理画面で確認してください。</source>
        <translation>An answer that fits no known state. Look at GMO&apos;s console.</translation>
    </message>
    <message>
        <source>金額が確認したときから変わっています。今の金額を確かめてください。</source>
        <translation>The amount has changed since it was confirmed. Please look at the present amount.</translation>
    </message>
    <message>
        <source>GMOの回答がありませんでした。</source>
        <translation>GMO gave no answer.</translation>
    </message>
    <message>
        <source>お支払い合計と同じ金額です。</source>
        <translation>The amount is the order&apos;s total.</translation>
    </message>
    <message>
        <source>この注文には、有効な決済か確認の済んでいない決済がほかにあります。</source>
        <translation>The order has another payment that is open or not checked yet.</translation>
    </message>
    <message>
        <source>決済オーダーIDが連携されていません。</source>
        <translation>No payment order ID is linked.</translation>
    </message>
    <message>
        <source>注文番号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>会員ID</source>
        <translation>Member ID</translation>
    </message>
    <message>
        <source>注文者</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>メールアドレス</source>
        <translation>Mail address</translation>
    </message>
    <message>
        <source>要望等</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>ショップ用メモ欄</source>
        <translation>Note of the shop</translation>
    </message>
    <message>
        <source>対応状況</source>
        <translation>Order status</translation>
    </message>
    <message>
        <source>支払方法</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>受注日時</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>入金日</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>明細と金額</source>
        <translation>Items and amounts</translation>
    </message>
    <message>
        <source>配送先</source>
        <translation>Delivery address</translation>
    </message>
    <message>
        <source>出荷伝票番号</source>
        <translation>Tracking no.</translation>
    </message>
    <message>
        <source>発送日</source>
        <translation>Shipped on</translation>
    </message>
    <message>
        <source>不成立（影響なし）</source>
        <translation>not done, no effect</translation>
    </message>
    <message>
        <source>請求は確定せず、取引状態は元のままです。商品を発送する前に、別の支払方法を購入者に相談してください。</source>
        <translation>The charge was not made final and the payment is as it was. Before shipping, talk with the buyer about another way to pay.</translation>
    </message>
    <message>
        <source>取消は行われず、決済は元のままです。GMOにお問い合わせください。</source>
        <translation>Nothing was cancelled and the payment is as it was. Please ask GMO.</translation>
    </message>
    <message>
        <source>決済金額と取引状態は変更前のままです。別の支払方法を購入者に相談してください。</source>
        <translation>Amount and payment status are as before the change. Talk with the buyer about another way to pay.</translation>
    </message>
    <message>
        <source>決済は取り消されたままです。別のカードか別の支払方法を購入者に依頼してください。</source>
        <translation>The payment stays cancelled. Ask the buyer for another card or another way to pay.</translation>
    </message>
    <message>
        <source>期限までに支払いがありませんでした。請求はありません。</source>
        <translation>Not paid by the deadline. Nothing is charged.</translation>
    </message>
    <message>
        <source>当日のうちに取り消されました（カード）。請求はありません。</source>
        <translation>Cancelled on the same day (card). Nothing is charged.</translation>
    </message>
    <message>
        <source>決済のときにエラーになり、成立しませんでした（カード以外）。</source>
        <translation>The payment ended in an error and was not made (not for cards).</translation>
    </message>
    <message>
        <source>一括処理（一時停止中など）で順番を待っています。</source>
        <translation>It waits its turn in a bulk run (paused, for example).</translation>
    </message>
    <message>
        <source>一括売上</source>
        <translation>Bulk capture</translation>
    </message>
    <message>
        <source>一括取消</source>
        <translation>Bulk cancel</translation>
    </message>
    <message>
        <source>一括決済金額変更</source>
        <translation>Bulk amount change</translation>
    </message>
    <message>
        <source>一括再オーソリ</source>
        <translation>Bulk re-authorise</translation>
    </message>
    <message>
        <source>状態一括確認</source>
        <translation>Check statuses</translation>
    </message>
    <message>
        <source>対応状況の変更</source>
        <translation>Change of order status</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>売上期限を過ぎています。お支払いのやり直しを購入者に依頼してください。</source>
        <translation>The capture deadline is over. Ask the buyer to pay anew.</translation>
    </message>
    <message>
        <source>差異があります。先に決済金額変更を行ってください。できない支払方法では、決済金額のまま売上を確定するか取り消してください。</source>
        <translation>The amounts differ. Change the payment&apos;s amount first. Where the method cannot, capture the payment&apos;s amount as it is, or cancel.</translation>
    </message>
    <message>
        <source>決済金額は1円（楽天ペイは100円）から9,999,999円までです。</source>
        <translation>The payment&apos;s amount must be from 1 yen (Rakuten Pay: 100) to 9,999,999 yen.</translation>
    </message>
    <message>
        <source>この支払方法にはこの操作がありません。</source>
        <translation>This payment method has no such operation.</translation>
    </message>
    <message>
        <source>楽天ペイの結果を待っています。結果が出るまで操作できません。</source>
        <translation>Waiting for the result from Rakuten Pay. Nothing else can be done until then.</translation>
    </message>
    <message>
        <source>支払い済みのコンビニ・Pay-easy決済は、GMOでは返金できません。別の方法で返金してください。</source>
        <translation>GMO cannot refund what was paid at a store or by Pay-easy. Refund it another way.</translation>
    </message>
    <message>
        <source>WebMoneyで支払われたauかんたん決済は返金できません。別の方法で返金してください。</source>
        <translation>What was paid with WebMoney through au cannot be refunded. Refund it another way.</translation>
    </message>
    <message>
        <source>決済の手続きの途中か、途中で終わったものです。与信を得ていません。請求はありません。</source>
        <translation>In the middle of being paid, or ended there. Not authorised. Nothing is charged.</translation>
    </message>
    <message>
        <source>決済の要求を行いました。結果がエラーだったものも含みます。コンビニとPay-easyでは入金待ち、キャリア決済では購入者の手続き待ちです。</source>
        <translation>The payment was requested; it may have ended in an error. At a store or by Pay-easy: waiting to be paid. With a carrier: waiting for the buyer.</translation>
    </message>
    <message>
        <source>決済がキャンセルされました（カード以外。契約によりカードも）。請求はありません。</source>
        <translation>The payment was cancelled (not for cards, but with some contracts). Nothing is charged.</translation>
    </message>
    <message>
        <source>カードでは、翌日以降に取り消されました。仮売上済みからの取消は、月を跨いでも返品済みです。auかんたん決済では、売上の翌月以降に取り消されました。</source>
        <translation>Of a card: cancelled on a later day; of an authorised payment in a later month too. Of au easy payment: cancelled in a month after the sale.</translation>
    </message>
    <message>
        <source>実売上または即時売上の翌月以降に取り消されました（カード）。</source>
        <translation>Cancelled in a month after the sale (card).</translation>
    </message>
    <message>
        <source>簡易オーソリの済んだ決済です（カード）。売上にはできません。</source>
        <translation>Simply authorised (card). It cannot be captured.</translation>
    </message>
    <message>
        <source>購入者が決済の手続きを始めました（楽天ペイ）。</source>
        <translation>The buyer has begun to pay (Rakuten Pay).</translation>
    </message>
    <message>
        <source>楽天ペイが売上の要求を受け付けました。結果を待っています。</source>
        <translation>Rakuten Pay has accepted the capture. Waiting for its result.</translation>
    </message>
    <message>
        <source>楽天ペイが取消の要求を受け付けました。結果を待っています。</source>
        <translation>Rakuten Pay has accepted the cancel. Waiting for its result.</translation>
    </message>
    <message>
        <source>楽天ペイが金額変更の要求を受け付けました。結果を待っています。</source>
        <translation>Rakuten Pay has accepted the change of amount. Waiting for its result.</translation>
    </message>
    <message>
        <source>何も送信していません。注文の今の状態を確かめてから、もう一度操作できます。</source>
        <translation>Nothing was sent. Check how the order stands now; then you can try again.</translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message>
        <source>要売上</source>
        <translation>To capture</translation>
    </message>
    <message>
        <source>期限が近い</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>売上期限超過</source>
        <translation>Capture overdue</translation>
    </message>
    <message>
        <source>差異あり</source>
        <translation>Amounts differ</translation>
    </message>
    <message>
        <source>入金された</source>
        <translation>Paid in cash</translation>
    </message>
    <message>
        <source>結果確認中</source>
        <translation>Checking result</translation>
    </message>
    <message>
        <source>要確認</source>
        <translation>Needs a person</translation>
    </message>
    <message>
        <source>取消し済み注文で未取消</source>
        <translation>Cancelled, still open</translation>
    </message>
    <message>
        <source>決済処理中の滞留</source>
        <translation>Stuck while paying</translation>
    </message>
    <message>
        <source>楽天ペイ待ち</source>
        <translation>Waiting for Rakuten Pay</translation>
    </message>
    <message>
        <source>仮売上済みで請求がまだ確定していない受注を、発送したものから一括売上で確定します。</source>
        <translation>Authorised but not yet billed: capture what has been shipped, in bulk.</translation>
    </message>
    <message numerus="yes">
        <source>売上期限まで%n日以内の受注を、期限が切れる前に一括売上で確定するか、取り消します。</source>
        <translation>
            <numerusform>%n day or less is left to capture these: capture or cancel them in time.</numerusform>
            <numerusform>%n days or less are left to capture these: capture or cancel them in time.</numerusform>
        </translation>
    </message>
    <message>
        <source>コンビニかPay-easyで入金があった受注を、対応状況の変更でまとめて入金済みにします。</source>
        <translation>Paid at a store or by Pay-easy: set their order status to Paid, in bulk.</translation>
    </message>
    <message>
        <source>GMOの回答がなく結果を自動で確認している受注なので、もう一度操作せずに待ちます。</source>
        <translation>GMO did not answer and the result is being checked: wait, do not repeat the operation.</translation>
    </message>
    <message>
        <source>GMOの状態が予想と違う受注を、一件ずつ開いて確かめ、どう扱うかを決めます。</source>
        <translation>GMO shows something unexpected: open each order, look and decide.</translation>
    </message>
    <message>
        <source>決済の途中で止まっている受注を、状態一括確認でGMOの状態を確かめてから処理します。</source>
        <translation>Stopped in the middle of paying: check their state at GMO before you act.</translation>
    </message>
    <message>
        <source>楽天ペイの最終結果を待っている受注で、急ぐときは状態一括確認で確かめます。</source>
        <translation>Rakuten Pay has not said its final word: check the state if you are in a hurry.</translation>
    </message>
    <message>
        <source>至急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>お早めに</source>
        <translation>Soon</translation>
    </message>
    <message>
        <source>要対応</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>自動で確認中</source>
        <translation>Being checked</translation>
    </message>
    <message>
        <source>結果待ち</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>期限を過ぎて売上を確定できない受注を、クレジット決済なら取り消して再オーソリし、ほかは購入者に連絡します。</source>
        <translation>Too late to capture: cancel card payments and authorise them anew; contact the other buyers.</translation>
    </message>
    <message>
        <source>お支払い合計と決済金額が違う受注を、売上を確定する前に、できるものは決済金額変更でそろえます。</source>
        <translation>Order total and payment amount differ: change the payment amount before you capture, where that is possible.</translation>
    </message>
    <message>
        <source>注文取消しか返品なのに決済が残っている受注を、請求や支払いの前に一括取消で取り消し、すでに支払われた分は別の方法で返金します。</source>
        <translation>Cancel the payments of cancelled and returned orders in bulk before they are charged or paid, and refund by other means what was paid already.</translation>
    </message>
</context>
<context>
    <name>kessai::AssistantDialog</name>
    <message>
        <source>初期設定</source>
        <translation>Set-up</translation>
    </message>
    <message>
        <source>どのように始めますか</source>
        <translation>How would you like to begin?</translation>
    </message>
    <message>
        <source>練習モードで試す</source>
        <translation>Try the practice shop</translation>
    </message>
    <message>
        <source>見本の受注300件で操作を試せます。入力は要りません。GMOには何も送信しません。</source>
        <translation>Try everything with 300 sample orders. Nothing to fill in, and nothing is sent to GMO.</translation>
    </message>
    <message>
        <source>受注ファイルを取り込んで始める</source>
        <translation>Begin with an order file</translation>
    </message>
    <message>
        <source>GMOの接続先を設定したあと、ショップから書き出した受注ファイルを選びます。</source>
        <translation>Set up GMO&apos;s gateway, then choose the order file exported from the shop.</translation>
    </message>
    <message>
        <source>GMOに接続する</source>
        <translation>Connect to GMO</translation>
    </message>
    <message>
        <source>接続先、ショップID、ショップパスワードを設定します。</source>
        <translation>Set up the gateway, the shop ID and the shop password.</translation>
    </message>
    <message>
        <source>設定して始める</source>
        <translation>Set up and begin</translation>
    </message>
    <message>
        <source>戻る</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>接続先URL</source>
        <translation>Gateway URL</translation>
    </message>
    <message>
        <source>ショップID</source>
        <translation>Shop ID</translation>
    </message>
    <message>
        <source>ショップパスワード</source>
        <translation>Shop password</translation>
    </message>
    <message>
        <source>ショップ名（任意）</source>
        <translation>Shop name (optional)</translation>
    </message>
    <message>
        <source>ショップIDとショップパスワードを入力してください。</source>
        <translation>Enter the shop ID and the shop password.</translation>
    </message>
    <message>
        <source>設定を確認しています…</source>
        <translation>Checking the settings…</translation>
    </message>
    <message>
        <source>接続先</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>テスト環境（お金は動きません）</source>
        <translation>Test environment (no money moves)</translation>
    </message>
    <message>
        <source>本番環境（実際に請求されます）</source>
        <translation>Live environment (customers are charged)</translation>
    </message>
    <message>
        <source>その他（URLを入力）</source>
        <translation>Another (enter the URL)</translation>
    </message>
    <message>
        <source>GMOペイメントゲートウェイから届いたショップIDとショップパスワードを入力してください。パスワードはこのパソコンだけに保管し、画面やログには表示しません。</source>
        <translation>Enter the shop ID and the shop password that you received from GMO Payment Gateway. The password is kept on this computer only, and shown neither in a window nor in a log.</translation>
    </message>
    <message>
        <source>例: %1</source>
        <translation>e.g. %1</translation>
    </message>
    <message>
        <source>ウィンドウの題名になります</source>
        <translation>The title of the window</translation>
    </message>
    <message>
        <source>担当者（任意）</source>
        <translation>Staff (optional)</translation>
    </message>
    <message>
        <source>例: 佐藤,鈴木</source>
        <translation>e.g. Sato,Suzuki</translation>
    </message>
    <message>
        <source>設定して受注ファイルを選ぶ</source>
        <translation>Set up and choose the file of orders</translation>
    </message>
    <message>
        <source>パソコンのキーチェーンを使えないため、ショップパスワードを店舗のフォルダーの中の、所有者だけが読めるファイルに保存しました。</source>
        <translation>The key chain of this computer cannot be used, so the shop password was saved in a file inside the shop&apos;s folder that only its owner can read.</translation>
    </message>
    <message>
        <source>続ける</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>ここで使えるのは、このパソコンの中のアドレス（http://127.0.0.1:8080/ など）だけです。ほかのアドレスは、kessai setup で接続先のホストを許可して設定してください。</source>
        <translation>Only an address on this computer works here (such as http://127.0.0.1:8080/). For any other, set the shop up with kessai setup, which can allow its host.</translation>
    </message>
</context>
<context>
    <name>kessai::Banner</name>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>kessai::BulkBar</name>
    <message>
        <source>一括売上</source>
        <translation>Bulk capture</translation>
    </message>
    <message>
        <source>一括取消</source>
        <translation>Bulk cancel</translation>
    </message>
    <message>
        <source>一括再オーソリ</source>
        <translation>Bulk re-authorise</translation>
    </message>
    <message>
        <source>売上確定できる決済（仮売上済み）は選択されていません。</source>
        <translation>No payment that can be captured (&quot;Authorised&quot;) is ticked.</translation>
    </message>
    <message>
        <source>取消できる決済は選択されていません。</source>
        <translation>No payment that can be cancelled is ticked.</translation>
    </message>
    <message>
        <source>再オーソリできる決済（取消済みなど）は選択されていません。</source>
        <translation>No payment that can be re-authorised (&quot;Voided&quot; and the like) is ticked.</translation>
    </message>
    <message>
        <source>選択した受注の一括操作</source>
        <translation>Bulk operations on the ticked orders</translation>
    </message>
    <message>
        <source>選択を解除</source>
        <translation>Untick all</translation>
    </message>
    <message>
        <source>一括操作</source>
        <translation>Bulk operation</translation>
    </message>
    <message>
        <source>選択してください</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>決定</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>選んだ一括操作の内容を確認する</source>
        <translation>Look at what the chosen bulk operation would do</translation>
    </message>
    <message>
        <source>内容を確認する画面を開きます。ここではまだ何も実行されません。</source>
        <translation>Opens a page that shows what it would do. Nothing is carried out yet.</translation>
    </message>
    <message>
        <source>選択した決済の状態をGMOに問い合わせて反映します。請求には影響しません。</source>
        <translation>Asks GMO for the status of the ticked payments and takes it over. What is charged is not changed.</translation>
    </message>
    <message>
        <source>対応状況の変更</source>
        <translation>Set order status</translation>
    </message>
    <message>
        <source>選択した受注の対応状況を変更する</source>
        <translation>Change the order status of the ticked orders</translation>
    </message>
    <message>
        <source>対応状況だけを変更します。GMOの決済には影響しません。</source>
        <translation>Changes the order status only. The payment at GMO is not changed.</translation>
    </message>
    <message>
        <source>検索結果すべてを選択中</source>
        <translation>All found are ticked</translation>
    </message>
    <message>
        <source>%1件を選択中</source>
        <translation>%1 ticked</translation>
    </message>
    <message>
        <source>%1件を選択中（うち表示外 %2件） %3</source>
        <translation>%1 ticked (%2 not shown), %3</translation>
    </message>
    <message>
        <source>%1件を選択中 %2</source>
        <translation>%1 ticked, %2</translation>
    </message>
    <message>
        <source>%1 %2件</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>状態一括確認</source>
        <translation>Check statuses</translation>
    </message>
    <message>
        <source>GMOに状態を確認できる決済は選択されていません。</source>
        <translation>No payment whose status GMO can be asked for is ticked.</translation>
    </message>
</context>
<context>
    <name>kessai::BulkPage</name>
    <message>
        <source>この画面を開いたあとで変わった注文があります。変わった注文は送信されず、取りやめになります。</source>
        <translation>Orders have changed since this page was opened. Those are not sent, but skipped.</translation>
    </message>
    <message>
        <source>日付が変わりました。送る言葉と期限が変わることがあるので、読み直してから実行してください。</source>
        <translation>The date has changed. What is sent and the deadlines may have changed too; read again before you run it.</translation>
    </message>
    <message>
        <source>店舗を閉じています。</source>
        <translation>The shop is closing.</translation>
    </message>
</context>
<context>
    <name>kessai::ChipBar</name>
    <message>
        <source>この条件を外す</source>
        <translation>Remove this condition</translation>
    </message>
    <message>
        <source>条件を外す: %1</source>
        <translation>Remove condition: %1</translation>
    </message>
</context>
<context>
    <name>kessai::ClosingDatesPage</name>
    <message>
        <source>行を削除</source>
        <translation>Remove the row</translation>
    </message>
    <message>
        <source>締め日を過ぎてから決済金額を変えると、差額の精算は翌月以降になることがあります。締め日は会社ごとに違うので、GMOに問い合わせて、ここに書いておいてください。注文の画面で、次の締め日までの日数を表示します。</source>
        <translation>When an amount is changed after the closing date, the difference may be settled next month or later. Each company has its own closing date: ask GMO and write it down here. An order&apos;s window shows the days to the next one.</translation>
    </message>
    <message>
        <source>行を追加</source>
        <translation>Add a row</translation>
    </message>
    <message>
        <source>締め日</source>
        <translation>Closing date</translation>
    </message>
    <message>
        <source>カード会社</source>
        <translation>Card company</translation>
    </message>
    <message>
        <source>メモ</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>%1日</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>末日</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>%1行目のカード会社を入力してください。</source>
        <translation>Please enter the card company of row %1.</translation>
    </message>
</context>
<context>
    <name>kessai::ConfirmDialog</name>
    <message>
        <source>キャンセル</source>
        <translation>Go back</translation>
    </message>
</context>
<context>
    <name>kessai::ConflictDialog</name>
    <message>
        <source>（空欄）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>同じ項目が変更されています</source>
        <translation>The same fields were changed</translation>
    </message>
    <message>
        <source>まだ何も保存していません。項目ごとに、残す値を選んでください。選ばなかった値は保存されません。</source>
        <translation>Nothing is stored yet. Choose for each field the value to keep. Values that you do not choose are not stored.</translation>
    </message>
    <message>
        <source>変更が重なった項目</source>
        <translation>Fields changed by both</translation>
    </message>
    <message>
        <source>選んだ値で登録</source>
        <translation>Save the chosen values</translation>
    </message>
    <message>
        <source>編集に戻る</source>
        <translation>Back to editing</translation>
    </message>
    <message>
        <source>開いたとき</source>
        <translation>When opened</translation>
    </message>
    <message>
        <source>相手の変更</source>
        <translation>Their change</translation>
    </message>
    <message>
        <source>自分の変更</source>
        <translation>Your change</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>すべての項目で、残す値を選んでください。</source>
        <translation>Choose the value to keep for every field.</translation>
    </message>
</context>
<context>
    <name>kessai::ConnectionStatus</name>
    <message>
        <source>GMO: まだ通信していません</source>
        <translation>GMO: not contacted yet</translation>
    </message>
    <message>
        <source>GMOの回答がなく、結果を確認している操作の数です。クリックすると一覧を表示します。</source>
        <translation>Operations without an answer from GMO whose result is being checked. Click to list them.</translation>
    </message>
    <message>
        <source>GMO: 応答がありません</source>
        <translation>GMO: no answer</translation>
    </message>
    <message>
        <source>GMO: 接続できません</source>
        <translation>GMO: cannot connect</translation>
    </message>
    <message>
        <source>GMO: 接続OK %1</source>
        <translation>GMO: connected %1</translation>
    </message>
    <message>
        <source>GMOが最後に応答した時刻です。</source>
        <translation>When GMO last answered.</translation>
    </message>
    <message>
        <source>結果確認中 %1</source>
        <translation>Checking result %1</translation>
    </message>
    <message>
        <source>担当: %1</source>
        <translation>Operator: %1</translation>
    </message>
    <message>
        <source>GMOの状態を確認しています（あと%1件）</source>
        <translation>Reading states at GMO (%1 to go)</translation>
    </message>
    <message>
        <source>GMO: 最後の応答 %1</source>
        <translation>GMO: last answer %1</translation>
    </message>
    <message>
        <source>店舗を開いてからは、まだGMOと通信していません。GMOが前に応答した日時です。</source>
        <translation>Nothing was asked of GMO since the shop was opened. This is when it last answered before.</translation>
    </message>
</context>
<context>
    <name>kessai::ContactDialog</name>
    <message>
        <source>メールを書く</source>
        <translation>Write a mail</translation>
    </message>
    <message>
        <source>契約と手数料のページを開く</source>
        <translation>Open the page for contract and fees</translation>
    </message>
    <message>
        <source>GMOのサポートのページを開く</source>
        <translation>Open the page of GMO&apos;s support</translation>
    </message>
    <message>
        <source>お問い合わせ先を設定する…</source>
        <translation>Set whom to ask…</translation>
    </message>
    <message>
        <source>お問い合わせ先</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>このアプリのお問い合わせ先は、まだ設定されていません。GMOの契約、管理画面、エラーについては、GMOのページからお問い合わせください。</source>
        <translation>Nobody has set yet whom to ask about this program. About contract, console and errors of GMO ask on GMO&apos;s pages.</translation>
    </message>
    <message>
        <source>このアプリについては、次の窓口にお問い合わせください。GMOの契約、管理画面、エラーについては、GMOのページからお問い合わせください。</source>
        <translation>About this program ask here. About contract, console and errors of GMO ask on GMO&apos;s pages.</translation>
    </message>
    <message>
        <source>会社名</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>住所</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>電話</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>メール</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>受付時間</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>契約と手数料</source>
        <translation>Contract and fees</translation>
    </message>
    <message>
        <source>GMOのサポート</source>
        <translation>GMO&apos;s support</translation>
    </message>
    <message>
        <source>このパソコンでは開けませんでした。上のアドレスを選んでコピーし、ブラウザーかメールソフトに貼り付けてください。</source>
        <translation>This computer could not open it. Select and copy the address above, and paste it into a browser or mail program.</translation>
    </message>
    <message>
        <source>お問い合わせの内容を、ここに書いてください。パスワードとカード番号は書かないでください。</source>
        <translation>Please write your question here. Write no password and no card number.</translation>
    </message>
    <message>
        <source>アプリ: %1</source>
        <translation>Program: %1</translation>
    </message>
    <message>
        <source>ビルド: %1</source>
        <translation>Build: %1</translation>
    </message>
    <message>
        <source>接続: %1</source>
        <translation>Connection: %1</translation>
    </message>
    <message>
        <source>最後のエラーコード: %1（%2）</source>
        <translation>Last error code: %1 (%2)</translation>
    </message>
    <message>
        <source>最後のエラーコード: なし</source>
        <translation>Last error code: none</translation>
    </message>
    <message>
        <source>%1 についてのお問い合わせ</source>
        <translation>Question about %1</translation>
    </message>
    <message>
        <source>メールソフトを開けませんでした。上のアドレスを選んでコピーし、メールソフトに貼り付けてください。</source>
        <translation>The mail program could not be opened. Select and copy the address above, and paste it into the mail program.</translation>
    </message>
</context>
<context>
    <name>kessai::CopyButton</name>
    <message>
        <source>%1をコピー</source>
        <translation>Copy %1</translation>
    </message>
    <message>
        <source>コピーしました</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>kessai::CustomerForm</name>
    <message>
        <source>お名前（姓）</source>
        <translation>Family name</translation>
    </message>
    <message>
        <source>お名前（名）</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>フリガナ（姓）</source>
        <translation>Family name (kana)</translation>
    </message>
    <message>
        <source>フリガナ（名）</source>
        <translation>Given name (kana)</translation>
    </message>
    <message>
        <source>会社名</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>郵便番号</source>
        <translation>Postal code</translation>
    </message>
    <message>
        <source>都道府県</source>
        <translation>Prefecture</translation>
    </message>
    <message>
        <source>住所1</source>
        <translation>Address 1</translation>
    </message>
    <message>
        <source>住所2</source>
        <translation>Address 2</translation>
    </message>
    <message>
        <source>電話番号</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>メールアドレス</source>
        <translation>Mail address</translation>
    </message>
    <message>
        <source>お問い合わせ（要望等）</source>
        <translation>Buyer&apos;s message</translation>
    </message>
    <message>
        <source>ショップ用メモ</source>
        <translation>Shop&apos;s memo</translation>
    </message>
    <message>
        <source>長すぎるか、カード番号のような数字を含むため、ここでは編集できません。</source>
        <translation>It is too long or has digits like a card number, so it cannot be edited here.</translation>
    </message>
    <message>
        <source>%1の変更</source>
        <translation>Change of %1</translation>
    </message>
</context>
<context>
    <name>kessai::DayEdit</name>
    <message>
        <source>カレンダーから選ぶ（Alt+↓）</source>
        <translation>Choose from a calendar (Alt+↓)</translation>
    </message>
    <message>
        <source>カレンダー: %1</source>
        <translation>Calendar: %1</translation>
    </message>
</context>
<context>
    <name>kessai::DayPanel</name>
    <message>
        <source>グラフ</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>表</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>グラフで表示する</source>
        <translation>Show as a chart</translation>
    </message>
    <message>
        <source>表で表示する</source>
        <translation>Show as a table</translation>
    </message>
    <message>
        <source>行でEnterキーを押すと、その日の明細を開きます。</source>
        <translation>Press Enter on a row to see that day.</translation>
    </message>
    <message>
        <source>棒をクリックすると、その日の明細を開きます。</source>
        <translation>Click a bar to see that day.</translation>
    </message>
</context>
<context>
    <name>kessai::DeliveryNoteDialog</name>
    <message>
        <source>PDFに保存…(&amp;S)</source>
        <translation>&amp;Save as PDF…</translation>
    </message>
    <message>
        <source>印刷…(&amp;P)</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>納品書</source>
        <translation>Delivery note</translation>
    </message>
    <message>
        <source>納品書の進み具合</source>
        <translation>Progress of the delivery notes</translation>
    </message>
    <message>
        <source>タイトル</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>納品書のタイトル</source>
        <translation>Title of the delivery note</translation>
    </message>
    <message>
        <source>発行日</source>
        <translation>Date of issue</translation>
    </message>
    <message>
        <source>メッセージ</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>メッセージ%1行目</source>
        <translation>Message, line %1</translation>
    </message>
    <message>
        <source>備考</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>備考%1行目</source>
        <translation>Remarks, line %1</translation>
    </message>
    <message>
        <source>1件目の納品書の見本</source>
        <translation>Preview of the first delivery note</translation>
    </message>
    <message>
        <source>中止しました。</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>納品書をPDFに保存</source>
        <translation>Save delivery notes as PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>納品書-%1.pdf</source>
        <translation>delivery-notes-%1.pdf</translation>
    </message>
    <message>
        <source>%1件の納品書（%2ページ）を保存しました。</source>
        <translation>Saved %1 delivery notes (%2 pages).</translation>
    </message>
    <message>
        <source>%1件の納品書（%2ページ）を印刷に送りました。</source>
        <translation>Sent %1 delivery notes (%2 pages) to the printer.</translation>
    </message>
    <message>
        <source>納品書を作っています。</source>
        <translation>Making delivery notes.</translation>
    </message>
    <message>
        <source>納品書を作っています（%1 / %2件）。</source>
        <translation>Making delivery notes (%1 / %2).</translation>
    </message>
    <message>
        <source>中止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>受注を読み込んでいます。</source>
        <translation>Reading the order.</translation>
    </message>
    <message>
        <source>この受注はもうありません。一覧を更新してから、もう一度選んでください。</source>
        <translation>This order no longer exists. Refresh the list and choose again.</translation>
    </message>
    <message>
        <source>1件目の見本（1 / %1ページ）&#x3000;全%2件</source>
        <translation>Preview of the first (page 1 / %1), %2 in all</translation>
    </message>
</context>
<context>
    <name>kessai::Desktop</name>
    <message>
        <source>練習モードを準備できません</source>
        <translation>The practice shop cannot be prepared</translation>
    </message>
    <message>
        <source>別の店舗を開く</source>
        <translation>Open another shop</translation>
    </message>
    <message>
        <source>この店舗は、ほかの KessaiDesk ですでに開いています。その画面を前に出しました。</source>
        <translation>This shop is open already in another KessaiDesk, whose window has been brought to the front.</translation>
    </message>
</context>
<context>
    <name>kessai::DetailFilter</name>
    <message>
        <source>一部だけでも探せます。</source>
        <translation>A part of it is enough.</translation>
    </message>
    <message>
        <source>番号の全体を入力してください。</source>
        <translation>Enter the whole number.</translation>
    </message>
    <message>
        <source>注文者名</source>
        <translation>Orderer</translation>
    </message>
    <message>
        <source>注文者名(カナ)</source>
        <translation>Orderer (kana)</translation>
    </message>
    <message>
        <source>全角カタカナで入力してください。一部だけでも探せます。</source>
        <translation>Enter full-width katakana. A part of it is enough.</translation>
    </message>
    <message>
        <source>注文者会社名</source>
        <translation>Orderer&apos;s company</translation>
    </message>
    <message>
        <source>メールアドレス</source>
        <translation>Mail address</translation>
    </message>
    <message>
        <source>電話番号</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>数字とハイフンで入力してください。ハイフンはなくても構いません。</source>
        <translation>Enter digits and hyphens. The hyphens may be left out.</translation>
    </message>
    <message>
        <source>注文番号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>Tracking number</translation>
    </message>
    <message>
        <source>購入商品名</source>
        <translation>Product name</translation>
    </message>
    <message>
        <source>はじめの日時が終わりより後です。どちらかを直してください。</source>
        <translation>The first date is later than the last. Correct one of them.</translation>
    </message>
    <message>
        <source>はじめの金額が終わりより大きいです。どちらかを直してください。</source>
        <translation>The first amount is larger than the last. Correct one of them.</translation>
    </message>
    <message>
        <source>「2020/12/03」のように日付を、または「2020/12/03 13:21」のように日時を入力してください。はじめと終わりのどちらかだけでも構いません。</source>
        <translation>Enter a date such as 2020/12/03, or a date and time such as 2020/12/03 13:21. One end alone will do.</translation>
    </message>
    <message>
        <source>注文日</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>入金日</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>お届け日</source>
        <translation>Delivery date</translation>
    </message>
    <message>
        <source>購入金額</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>「2020/12/03」のように日付を入力してください。はじめと終わりのどちらかだけでも構いません。</source>
        <translation>Enter a date such as 2020/12/03. One end alone will do.</translation>
    </message>
    <message>
        <source>お支払い合計です。はじめと終わりのどちらかだけでも構いません。</source>
        <translation>The total to be paid. One end alone will do.</translation>
    </message>
    <message>
        <source>支払方法</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>ショップの支払方法</source>
        <translation>Shop&apos;s method name</translation>
    </message>
    <message>
        <source>決済状況</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>お届け先の都道府県</source>
        <translation>Prefecture</translation>
    </message>
    <message>
        <source>条件を消す</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>詳細検索の条件を消す</source>
        <translation>Clear the conditions of the detailed search</translation>
    </message>
</context>
<context>
    <name>kessai::EnvironmentBand</name>
    <message>
        <source>練習モード — 見本の受注です。お金は動きません。</source>
        <translation>Practice — sample orders. No money moves.</translation>
    </message>
    <message>
        <source>テスト環境 — GMOのテスト用接続先につながっています。</source>
        <translation>Test environment — connected to GMO&apos;s test gateway.</translation>
    </message>
    <message>
        <source>設定で許可された接続先につながっています。</source>
        <translation>Connected to a gateway that the settings allow.</translation>
    </message>
    <message>
        <source>テスト接続（このパソコン） — このパソコンの中の接続先につながっています。</source>
        <translation>Test connection (this computer) — connected to a gateway on this computer.</translation>
    </message>
</context>
<context>
    <name>kessai::ErrorCodeModel</name>
    <message>
        <source>コード</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>意味</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>種類</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>このアプリの扱い</source>
        <translation>What this program makes of it</translation>
    </message>
</context>
<context>
    <name>kessai::ErrorCodesView</name>
    <message>
        <source>GMOのエラーコードの一覧</source>
        <translation>Table of GMO&apos;s error codes</translation>
    </message>
    <message>
        <source>選んだ行をコピー</source>
        <translation>Copy the selected rows</translation>
    </message>
    <message>
        <source>%1件のコード</source>
        <translation>%1 codes</translation>
    </message>
    <message>
        <source>%1件のコードのうち%2件</source>
        <translation>%2 of %1 codes</translation>
    </message>
</context>
<context>
    <name>kessai::ExportDialog</name>
    <message>
        <source>参照…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>書き出す</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>〓に置き換えて保存する</source>
        <translation>Save with geta marks (U+3013)</translation>
    </message>
    <message>
        <source>UTF-8で書き出す</source>
        <translation>Export as UTF-8</translation>
    </message>
    <message>
        <source>フォルダを開く</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>書き出し</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>書き出しの進み具合</source>
        <translation>Progress of the export</translation>
    </message>
    <message>
        <source>ファイルの形式</source>
        <translation>File format</translation>
    </message>
    <message>
        <source>CSV（UTF-8、Excelでもそのまま開けます）</source>
        <translation>CSV (UTF-8, opens in Excel as it is)</translation>
    </message>
    <message>
        <source>CSV（Shift_JIS、古いソフト向け）</source>
        <translation>CSV (Shift_JIS, for old software)</translation>
    </message>
    <message>
        <source>Excelブック（xlsx）</source>
        <translation>Excel workbook (xlsx)</translation>
    </message>
    <message>
        <source>保存先</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>保存先のファイル</source>
        <translation>File to save to</translation>
    </message>
    <message>
        <source>同じ名前のファイルがあります。書き出すと新しい内容に置き換わります。</source>
        <translation>There is a file of this name. The export takes its place.</translation>
    </message>
    <message>
        <source>置き換えて書き出す</source>
        <translation>Export and replace</translation>
    </message>
    <message>
        <source>書き出しています。</source>
        <translation>Exporting.</translation>
    </message>
    <message>
        <source>書き出しています（%1 / %2件）。</source>
        <translation>Exporting (%1 / %2).</translation>
    </message>
    <message>
        <source>Shift_JISで書けない文字が%1個あります。まだ何も保存していません。</source>
        <translation>Characters that Shift_JIS does not have: %1. Nothing is saved yet.</translation>
    </message>
    <message>
        <source>ほか%1個</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>%1件を書き出しました。
%2</source>
        <translation>Exported %1.
%2</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>中止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>この一括処理のすべての行を、結果・理由・金額とともに書き出します。</source>
        <translation>Exports all rows of this bulk run with result, reason and amount.</translation>
    </message>
    <message>
        <source>この一括処理のすべての行を、結果・理由とともに書き出します。</source>
        <translation>Exports every row of this run with its result and reason.</translation>
    </message>
    <message>
        <source>%1の報告-%2</source>
        <translation>%1-report-%2</translation>
    </message>
    <message>
        <source>%1行目の「%2」：%3</source>
        <translation>line %1, “%2”: %3</translation>
    </message>
    <message>
        <source>%1件目の「%2」：%3</source>
        <translation>row %1, “%2”: %3</translation>
    </message>
    <message>
        <source>書き出す行はありませんでした。見出しだけのファイルです。
%1</source>
        <translation>There was no line to export. The file has only its titles.
%1</translation>
    </message>
    <message>
        <source>%1行を書き出しました。
%2</source>
        <translation>%1 lines were exported.
%2</translation>
    </message>
</context>
<context>
    <name>kessai::FilterField</name>
    <message>
        <source>%1のはじめ</source>
        <translation>%1: from</translation>
    </message>
    <message>
        <source>〜</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1の終わり</source>
        <translation>%1: to</translation>
    </message>
</context>
<context>
    <name>kessai::FilterGroup</name>
    <message>
        <source>すべて</source>
        <translation>All</translation>
    </message>
    <message>
        <source>%1をすべて選ぶ</source>
        <translation>Tick all: %1</translation>
    </message>
    <message>
        <source>なし</source>
        <translation>None</translation>
    </message>
    <message>
        <source>%1をどれも選ばない</source>
        <translation>Tick none: %1</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1を開く</source>
        <translation>Unfold %1</translation>
    </message>
    <message>
        <source>%1を折りたたむ</source>
        <translation>Fold %1</translation>
    </message>
</context>
<context>
    <name>kessai::HelpBrowser</name>
    <message>
        <source>使い方の本文</source>
        <translation>Text of the page</translation>
    </message>
</context>
<context>
    <name>kessai::HelpWindow</name>
    <message>
        <source>この語のあるページはありません。別の語で探してください。</source>
        <translation>No page has these words. Try others.</translation>
    </message>
    <message>
        <source>使い方 — KessaiDesk</source>
        <translation>User&apos;s guide — KessaiDesk</translation>
    </message>
    <message>
        <source>使い方の検索</source>
        <translation>Search the guide</translation>
    </message>
    <message>
        <source>使い方の目次</source>
        <translation>Pages of the guide</translation>
    </message>
</context>
<context>
    <name>kessai::HistoryFilterBar</name>
    <message>
        <source>期間</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>期間の最初の日</source>
        <translation>First day of the period</translation>
    </message>
    <message>
        <source>期間の最後の日</source>
        <translation>Last day of the period</translation>
    </message>
    <message>
        <source>担当者</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>種類</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>～</source>
        <translation>–</translation>
    </message>
    <message>
        <source>すべて</source>
        <translation>All</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>昨日</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>過去7日</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>過去30日</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>今月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>先月</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>日付を指定</source>
        <translation>Chosen dates</translation>
    </message>
    <message>
        <source>すべての期間</source>
        <translation>All dates</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>期間の基準</source>
        <translation>Period by</translation>
    </message>
    <message>
        <source>処理日</source>
        <translation>Day processed</translation>
    </message>
    <message>
        <source>依頼日</source>
        <translation>Day asked</translation>
    </message>
    <message>
        <source>終了日</source>
        <translation>Day ended</translation>
    </message>
    <message>
        <source>売上確定と取消</source>
        <translation>Captures and cancels</translation>
    </message>
</context>
<context>
    <name>kessai::HistoryPage</name>
    <message>
        <source>書き出し…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>印刷…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>履歴の種類</source>
        <translation>Kind of history</translation>
    </message>
    <message>
        <source>一括処理</source>
        <translation>Bulk runs</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Operations</translation>
    </message>
    <message>
        <source>日計</source>
        <translation>Day totals</translation>
    </message>
    <message>
        <source>表示列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>一括処理の履歴</source>
        <translation>History of bulk runs</translation>
    </message>
    <message>
        <source>操作の履歴</source>
        <translation>History of operations</translation>
    </message>
    <message>
        <source>%1行をコピーしました</source>
        <translation>Rows copied: %1</translation>
    </message>
    <message>
        <source>この条件に合う履歴はありません</source>
        <translation>No history meets these conditions</translation>
    </message>
    <message>
        <source>期間を広げるか、担当者・種類・状態の条件を外してください。</source>
        <translation>Widen the period, or remove the conditions on operator, kind or state.</translation>
    </message>
    <message>
        <source>すべての条件を外す</source>
        <translation>Remove all conditions</translation>
    </message>
    <message>
        <source>一括処理はまだありません</source>
        <translation>There are no bulk runs yet</translation>
    </message>
    <message>
        <source>操作はまだありません</source>
        <translation>There are no operations yet</translation>
    </message>
    <message>
        <source>売上確定や取消などを実行すると、その記録がここに残ります。</source>
        <translation>Captures, cancels and other operations are recorded here.</translation>
    </message>
    <message>
        <source>履歴を読み取れません。%1</source>
        <translation>The history cannot be read. %1</translation>
    </message>
    <message>
        <source>受注情報を開く</source>
        <translation>Open order</translation>
    </message>
    <message>
        <source>一括処理の報告を開く</source>
        <translation>Open bulk run report</translation>
    </message>
    <message>
        <source>選んだ行をコピー</source>
        <translation>Copy selected rows</translation>
    </message>
    <message>
        <source>表示中の条件に合う「%1」の履歴を、隠れている列も含めてすべて書き出します。</source>
        <translation>Exports all of &quot;%1&quot; that meets the conditions shown, hidden columns too.</translation>
    </message>
    <message>
        <source>履歴-%1-%2</source>
        <translation>history-%1-%2</translation>
    </message>
    <message>
        <source>読み取りを中止しました</source>
        <translation>Reading stopped</translation>
    </message>
    <message>
        <source>決済状況一覧で決済にチェックを入れ、一括売上や状態一括確認を実行すると、その記録がここに残ります。</source>
        <translation>Tick payments in the list of payments and run a bulk capture or a check of statuses: the record of it stays here.</translation>
    </message>
    <message>
        <source>GMOに問い合わせる</source>
        <translation>Ask GMO</translation>
    </message>
</context>
<context>
    <name>kessai::ImportJob</name>
    <message>
        <source>取り込みを中止しました。</source>
        <translation>The import was stopped.</translation>
    </message>
</context>
<context>
    <name>kessai::ImportPage</name>
    <message>
        <source>受注CSVの取込: %1</source>
        <translation>Import of orders: %1</translation>
    </message>
    <message>
        <source>連携ファイルの取込: %1</source>
        <translation>Import of links: %1</translation>
    </message>
    <message>
        <source>ファイルを確認しています。まだ何も変わりません。</source>
        <translation>Reading the file. Nothing is changed yet.</translation>
    </message>
    <message>
        <source>%1件を取り込む</source>
        <translation>Import %1</translation>
    </message>
    <message>
        <source>中止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>取り込まない</source>
        <translation>Do not import</translation>
    </message>
    <message>
        <source>受注一覧に戻る</source>
        <translation>Back to the orders</translation>
    </message>
    <message>
        <source>取り込んでいます。%1件まで済みました。</source>
        <translation>Importing. %1 done so far.</translation>
    </message>
    <message>
        <source>確認しています。%1件まで済みました。</source>
        <translation>Checking. %1 done so far.</translation>
    </message>
    <message>
        <source>途中で中止しました。ここまでの分は取り込みました。</source>
        <translation>Stopped on the way. What was read so far is imported.</translation>
    </message>
    <message>
        <source>取り込みました。</source>
        <translation>Imported.</translation>
    </message>
    <message>
        <source>取り込めない</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>読み取り</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>新規</source>
        <translation>New</translation>
    </message>
    <message>
        <source>変更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>変化なし</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>まだ取り込んでいません。内容を確かめてから取り込んでください。</source>
        <translation>Nothing is imported yet. Look at this first, then import.</translation>
    </message>
    <message>
        <source>%1件の取込と相違の印を改める</source>
        <translation>Update the import differences of %1</translation>
    </message>
    <message>
        <source>確認を途中で中止しました。まだ何も取り込んでいません。</source>
        <translation>The check was stopped half-way. Nothing is imported yet.</translation>
    </message>
    <message>
        <source>一覧をコピー</source>
        <translation>Copy list</translation>
    </message>
    <message numerus="yes">
        <source>取込と相違が%n件あります。</source>
        <translation>
            <numerusform>There is %n difference from the import.</numerusform>
            <numerusform>There are %n differences from the import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>注意の必要なところが%n件あります。</source>
        <translation>
            <numerusform>There is %n note to look at.</numerusform>
            <numerusform>There are %n notes to look at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::ImportProblemTable</name>
    <message>
        <source>取り込めない行と注意の必要な行</source>
        <translation>Lines that cannot be imported or need attention</translation>
    </message>
    <message>
        <source>選んだ行をコピー</source>
        <translation>Copy selected rows</translation>
    </message>
    <message>
        <source>一覧をコピー</source>
        <translation>Copy list</translation>
    </message>
</context>
<context>
    <name>kessai::ImportProblemsModel</name>
    <message>
        <source>取り込めない</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>取込と相違</source>
        <translation>Differs from import</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>種類</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>項目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Message</translation>
    </message>
</context>
<context>
    <name>kessai::InquiryDialog</name>
    <message>
        <source>コピーしてGMOのページを開く</source>
        <translation>Copy and open GMO&apos;s page</translation>
    </message>
    <message>
        <source>コピー</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>GMOに問い合わせる</source>
        <translation>Ask GMO</translation>
    </message>
    <message>
        <source>問い合わせに使う内容</source>
        <translation>What to tell them</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>次の内容をコピーして、GMOのお問い合わせのページに貼り付けてください。パスワード、カード番号、購入者の名前は入っていません。</source>
        <translation>Copy this and paste it into GMO&apos;s page for questions. Passwords, card numbers and the buyer&apos;s name are not in it.</translation>
    </message>
    <message>
        <source>お問い合わせのページは、設定の「お問い合わせ先」で決められます。</source>
        <translation>The page for questions can be set under Contact in the settings.</translation>
    </message>
    <message>
        <source>お問い合わせのページ: %1</source>
        <translation>Page for questions: %1</translation>
    </message>
    <message>
        <source>コピーしました。</source>
        <translation>Copied.</translation>
    </message>
    <message>
        <source>コピーして、お問い合わせのページを開きました。</source>
        <translation>Copied, and the page for questions is open.</translation>
    </message>
    <message>
        <source>コピーしました。ページを開けないときは、上のアドレスをブラウザーに貼り付けてください。</source>
        <translation>Copied. If the page does not open, paste the address above into a browser.</translation>
    </message>
</context>
<context>
    <name>kessai::ItemTableModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source> / </source>
        <translation> / </translation>
    </message>
    <message>
        <source>商品名</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>商品コード</source>
        <translation>Product code</translation>
    </message>
    <message>
        <source>種別</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>金額</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>税率</source>
        <translation>Tax rate</translation>
    </message>
    <message>
        <source>課税区分</source>
        <translation>Taxation</translation>
    </message>
    <message>
        <source>小計</source>
        <translation>Subtotal</translation>
    </message>
    <message>
        <source>課税</source>
        <translation>Taxable</translation>
    </message>
    <message>
        <source>不課税</source>
        <translation>not taxed</translation>
    </message>
    <message>
        <source>非課税</source>
        <translation>exempt from tax</translation>
    </message>
    <message>
        <source>%1（税込）</source>
        <translation>%1 (incl. tax)</translation>
    </message>
    <message>
        <source>%1（税抜）</source>
        <translation>%1 (excl. tax)</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1行目の%2</source>
        <translation>Line %1, %2</translation>
    </message>
    <message>
        <source>%1: 「%2」は数として読めないか、大きすぎます。99,999,999までの整数を入力してください。</source>
        <translation>%1: “%2” cannot be read as a number or is too large. Enter a whole number up to 99,999,999.</translation>
    </message>
    <message>
        <source>%1: 行の小計が大きすぎます。金額か数量を小さくしてください。</source>
        <translation>%1: the line&apos;s subtotal is too large. Make the price or the quantity smaller.</translation>
    </message>
</context>
<context>
    <name>kessai::JumpDialog</name>
    <message>
        <source>一覧で検索</source>
        <translation>Search the list</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>受注情報を開く</source>
        <translation>Open order</translation>
    </message>
    <message>
        <source>注文番号・決済オーダーIDへ移動</source>
        <translation>Go to order number or gateway order ID</translation>
    </message>
    <message>
        <source>注文番号か決済オーダーID</source>
        <translation>Order number or gateway order ID</translation>
    </message>
    <message>
        <source>注文番号、お名前、メールアドレスなどの一部を、一覧の検索の欄で探します。</source>
        <translation>Searches for a part of an order number, a name, an email address and so on in the list&apos;s search box.</translation>
    </message>
    <message>
        <source>受注を調べられませんでした。%1</source>
        <translation>The order could not be looked up. %1</translation>
    </message>
    <message>
        <source>この注文番号・決済オーダーIDの受注はありません。番号を確かめるか、一覧で検索してください。</source>
        <translation>No order has this order number or gateway order ID. Check the number, or search the list.</translation>
    </message>
    <message>
        <source>%1件の受注が当てはまります。一覧で検索して選んでください。</source>
        <translation>This names %1 orders. Search the list and choose one.</translation>
    </message>
</context>
<context>
    <name>kessai::KeySheet</name>
    <message>
        <source>キー操作の一覧</source>
        <translation>Keyboard shortcuts</translation>
    </message>
</context>
<context>
    <name>kessai::LinkDialog</name>
    <message>
        <source>GMOに確認する</source>
        <translation>Ask GMO</translation>
    </message>
    <message>
        <source>この決済を連携する</source>
        <translation>Link this payment</translation>
    </message>
    <message>
        <source>決済オーダーIDの連携</source>
        <translation>Link gateway order ID</translation>
    </message>
    <message>
        <source>注文 %1&#x3000;%2 様&#x3000;お支払い合計 %3</source>
        <translation>Order %1&#x3000;%2&#x3000;order total %3</translation>
    </message>
    <message>
        <source>決済オーダーID</source>
        <translation>Gateway order ID</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>GMOに確認しています…</source>
        <translation>Asking GMO…</translation>
    </message>
    <message>
        <source>お支払い合計と同じ金額です。</source>
        <translation>The amount is the order&apos;s total.</translation>
    </message>
    <message>
        <source>お支払い合計 %1 と金額が違います。</source>
        <translation>The amount is not the order&apos;s total of %1.</translation>
    </message>
    <message>
        <source>GMOの取引: %1&#x3000;%2&#x3000;最終処理 %3
%4</source>
        <translation>At GMO: %1&#x3000;%2&#x3000;last operation %3
%4</translation>
    </message>
    <message>
        <source>例: 237-30111944</source>
        <translation>e.g. 237-30111944</translation>
    </message>
</context>
<context>
    <name>kessai::ListFilterPanel</name>
    <message>
        <source>検索する語</source>
        <translation>Search words</translation>
    </message>
    <message>
        <source>注文番号、お名前、カナ、会社名、メールアドレス、電話番号の一部で探します。全角と半角、ひらがなとカタカナ、空白やハイフンの違いは区別しません。</source>
        <translation>Finds parts of order number, name, kana, company, mail address and phone. Width, hiragana or katakana, spaces and hyphens make no difference.</translation>
    </message>
    <message>
        <source>検索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>%1の説明</source>
        <translation>About: %1</translation>
    </message>
</context>
<context>
    <name>kessai::LogView</name>
    <message>
        <source>決済ログ</source>
        <translation>Payment log</translation>
    </message>
    <message>
        <source>時間</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>結果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>担当者</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>記録</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>詳細</source>
        <translation>Detail</translation>
    </message>
</context>
<context>
    <name>kessai::MainWindow</name>
    <message>
        <source>店舗を開いています</source>
        <translation>Opening the shop</translation>
    </message>
    <message>
        <source>今すぐ終了</source>
        <translation>Quit now</translation>
    </message>
    <message>
        <source>GMOの回答をまだ保存できていません。アプリを終了しないでください。%1</source>
        <translation>An answer from GMO could not be saved yet. Do not quit the program. %1</translation>
    </message>
    <message>
        <source>今日のバックアップを作れませんでした。%1</source>
        <translation>Today&apos;s backup could not be made. %1</translation>
    </message>
    <message numerus="yes">
        <source>終了しています。GMOの回答を待っています（残り%n件）。</source>
        <translation>
            <numerusform>Quitting. Waiting for GMO&apos;s answer (%n request left).</numerusform>
            <numerusform>Quitting. Waiting for GMO&apos;s answers (%n requests left).</numerusform>
        </translation>
    </message>
    <message>
        <source>受注CSVを取り込む</source>
        <translation>Import orders</translation>
    </message>
    <message>
        <source>練習モードを開く</source>
        <translation>Open the practice shop</translation>
    </message>
    <message>
        <source>店舗の設定がまだありません</source>
        <translation>This shop is not set up yet</translation>
    </message>
    <message>
        <source>GMOの接続先とショップIDを設定するか、見本の受注で練習してください。</source>
        <translation>Set up GMO&apos;s gateway and the shop ID, or practise with sample orders.</translation>
    </message>
    <message>
        <source>店舗を開けません</source>
        <translation>The shop cannot be opened</translation>
    </message>
    <message>
        <source>初期設定をはじめる</source>
        <translation>Set up the shop</translation>
    </message>
    <message>
        <source>別の店舗を開く</source>
        <translation>Open another shop</translation>
    </message>
    <message numerus="yes">
        <source>結果のわからない操作が%n件あります。GMOに確認しています。もう一度操作する必要はありません。</source>
        <translation>
            <numerusform>The result of %n operation is not known. GMO is being asked; do not repeat it.</numerusform>
            <numerusform>The results of %n operations are not known. GMO is being asked; do not repeat them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>送信前だった操作が%n件あります。</source>
        <translation>
            <numerusform>%n operation had not been sent yet.</numerusform>
            <numerusform>%n operations had not been sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>始める前だった操作を%n件取りやめました。</source>
        <translation>
            <numerusform>%n operation that had not begun was withdrawn.</numerusform>
            <numerusform>%n operations that had not begun were withdrawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>一括処理が%n件一時停止しています。</source>
        <translation>
            <numerusform>%n bulk run is paused.</numerusform>
            <numerusform>%n bulk runs are paused.</numerusform>
        </translation>
    </message>
    <message>
        <source>前回は途中で終了しました。</source>
        <translation>The last session ended unexpectedly. </translation>
    </message>
    <message>
        <source>確認できる決済がありません。</source>
        <translation>There is no payment to check.</translation>
    </message>
    <message>
        <source>GMOの状態を確認しています %1/%2（Escで中止）</source>
        <translation>Asking GMO %1/%2 (Esc stops)</translation>
    </message>
    <message>
        <source>店舗のデータフォルダを選ぶ</source>
        <translation>Choose the shop&apos;s data folder</translation>
    </message>
    <message>
        <source>受注CSVを選ぶ</source>
        <translation>Choose the order CSV</translation>
    </message>
    <message>
        <source>連携ファイルを選ぶ</source>
        <translation>Choose the links file</translation>
    </message>
    <message>
        <source>CSVファイル (*.csv);;すべてのファイル (*)</source>
        <translation>CSV files (*.csv);;All files (*)</translation>
    </message>
    <message>
        <source>%1 受注管理 — %2</source>
        <translation>%1, orders — %2</translation>
    </message>
    <message>
        <source>ファイル(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>受注CSVを取り込む…</source>
        <translation>Import orders…</translation>
    </message>
    <message>
        <source>連携ファイルを取り込む…</source>
        <translation>Import links…</translation>
    </message>
    <message>
        <source>店舗を開く…</source>
        <translation>Open shop…</translation>
    </message>
    <message>
        <source>設定…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>終了</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>編集(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>選んだ行をコピー</source>
        <translation>Copy selected rows</translation>
    </message>
    <message>
        <source>表示(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>受注一覧</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>表示列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>配色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>明</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>暗</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>自動</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>受注(&amp;O)</source>
        <translation>&amp;Orders</translation>
    </message>
    <message>
        <source>受注情報を開く</source>
        <translation>Open order</translation>
    </message>
    <message>
        <source>決済(&amp;P)</source>
        <translation>&amp;Payments</translation>
    </message>
    <message>
        <source>決済状態確認・反映</source>
        <translation>Check payment status</translation>
    </message>
    <message>
        <source>ヘルプ(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>キー操作の一覧</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>バージョン情報</source>
        <translation>About</translation>
    </message>
    <message>
        <source>一覧</source>
        <translation>List</translation>
    </message>
    <message>
        <source>行を移る</source>
        <translation>Move between rows</translation>
    </message>
    <message>
        <source>続けて選ぶ</source>
        <translation>Extend the selection</translation>
    </message>
    <message numerus="yes">
        <source>このパソコンの時計がGMOの時計と約%n分ずれています。時計を合わせてください。</source>
        <translation>
            <numerusform>This machine&apos;s clock differs from GMO&apos;s by about %n minute. Set it right.</numerusform>
            <numerusform>This machine&apos;s clock differs from GMO&apos;s by about %n minutes. Set it right.</numerusform>
        </translation>
    </message>
    <message>
        <source>設定を保存できませんでした。%1</source>
        <translation>The settings could not be saved. %1</translation>
    </message>
    <message>
        <source>担当者を選ぶ…</source>
        <translation>Choose who works here…</translation>
    </message>
    <message>
        <source>受注情報</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>売上確定(実売上)</source>
        <translation>Capture</translation>
    </message>
    <message>
        <source>決済金額のまま売上確定</source>
        <translation>Capture the payment&apos;s amount as it is</translation>
    </message>
    <message>
        <source>取消(返品)</source>
        <translation>Cancel (refund)</translation>
    </message>
    <message>
        <source>決済金額変更</source>
        <translation>Change amount</translation>
    </message>
    <message>
        <source>再オーソリ</source>
        <translation>Re-authorise</translation>
    </message>
    <message>
        <source>決済ログ表示・非表示</source>
        <translation>Show or hide the payment log</translation>
    </message>
    <message>
        <source>取込の画面に戻る</source>
        <translation>Back to the import</translation>
    </message>
    <message>
        <source>決済情報へ移る</source>
        <translation>Go to the payment</translation>
    </message>
    <message>
        <source>注文 %1 の%2</source>
        <translation>%2 of order %1</translation>
    </message>
    <message>
        <source>ほかの席の KessaiDesk が終了したため、その操作を引き継ぎました。</source>
        <translation>The KessaiDesk of another seat has ended; its operations were taken over.</translation>
    </message>
    <message>
        <source>前回の操作を引き継ぎました。</source>
        <translation>Operations of the last session were taken over.</translation>
    </message>
    <message numerus="yes">
        <source>始める前だった操作を取りやめました（%1、ほか%n件）。</source>
        <translation>
            <numerusform>What had not begun was withdrawn (%1 and %n more).</numerusform>
            <numerusform>What had not begun was withdrawn (%1 and %n more).</numerusform>
        </translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>始める前だった操作を取りやめました（%1）。</source>
        <translation>What had not begun was withdrawn (%1).</translation>
    </message>
    <message>
        <source>GMOには何も送信していません。必要なら、もう一度操作してください。</source>
        <translation>Nothing was sent to the gateway. Ask again if it is still wanted.</translation>
    </message>
    <message>
        <source>バックアップから復元しています</source>
        <translation>Restoring the backup</translation>
    </message>
    <message>
        <source>終わるまで、アプリを終了しないでください。</source>
        <translation>Do not close the program before this has ended.</translation>
    </message>
    <message>
        <source>復元できませんでした</source>
        <translation>The backup could not be restored</translation>
    </message>
    <message>
        <source>バックアップから復元する</source>
        <translation>Restore from the backup</translation>
    </message>
    <message numerus="yes">
        <source>%n行をコピーしました。</source>
        <translation>
            <numerusform>Copied %n row.</numerusform>
            <numerusform>Copied %n rows.</numerusform>
        </translation>
    </message>
    <message>
        <source>GMOから新しいエラーコード %1 が返りました。このコードの結果は、GMOの状態を読み取って確かめます。コードをサポートにお知らせください。</source>
        <translation>GMO answered with the new error code %1. Results with this code are checked by reading GMO&apos;s state. Please tell support the code.</translation>
    </message>
    <message>
        <source>検索条件の欄で検索する</source>
        <translation>Search, from a field of the conditions</translation>
    </message>
    <message>
        <source>検索・確認・取込を中止する</source>
        <translation>Stop a search, check or import</translation>
    </message>
    <message>
        <source>処理の履歴 — %1</source>
        <translation>History — %1</translation>
    </message>
    <message>
        <source>一括処理 — %1</source>
        <translation>Bulk run — %1</translation>
    </message>
    <message>
        <source>一括処理を表示する</source>
        <translation>Show the bulk run</translation>
    </message>
    <message>
        <source>決済状況一覧</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>処理の履歴</source>
        <translation>History</translation>
    </message>
    <message>
        <source>一括処理(&amp;B)</source>
        <translation>&amp;Bulk runs</translation>
    </message>
    <message>
        <source>一括売上…</source>
        <translation>Bulk capture…</translation>
    </message>
    <message>
        <source>一括取消…</source>
        <translation>Bulk cancel…</translation>
    </message>
    <message>
        <source>一括再オーソリ…</source>
        <translation>Bulk re-authorise…</translation>
    </message>
    <message>
        <source>状態一括確認</source>
        <translation>Check all statuses</translation>
    </message>
    <message>
        <source>対応状況の変更</source>
        <translation>Set order status</translation>
    </message>
    <message>
        <source>%1にする…</source>
        <translation>Set to &quot;%1&quot;…</translation>
    </message>
    <message>
        <source>注文番号の一覧から選択…</source>
        <translation>Tick from a list of numbers…</translation>
    </message>
    <message>
        <source>検索結果をすべて選択</source>
        <translation>Tick all found</translation>
    </message>
    <message>
        <source>選択を解除</source>
        <translation>Untick all</translation>
    </message>
    <message>
        <source>選択を元に戻す</source>
        <translation>Undo ticks</translation>
    </message>
    <message>
        <source>一括処理の画面に戻る</source>
        <translation>Back to the bulk run</translation>
    </message>
    <message>
        <source>行を選択する・外す</source>
        <translation>Tick or untick the row</translation>
    </message>
    <message>
        <source>一括処理の画面</source>
        <translation>Bulk run page</translation>
    </message>
    <message>
        <source>行の受注情報を開く</source>
        <translation>Open the order of the row</translation>
    </message>
    <message>
        <source>一覧に戻る（実行中の処理は止まりません）</source>
        <translation>Back to the list (what runs does not stop)</translation>
    </message>
    <message>
        <source>決済状況一覧 受注管理 — %1</source>
        <translation>Payments — %1</translation>
    </message>
    <message>
        <source>受注一覧か決済状況一覧を表示してから、もう一度行ってください。</source>
        <translation>Show the orders or the payments first, then try again.</translation>
    </message>
    <message>
        <source>%1。%2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>期限の近い受注を表示する</source>
        <translation>Show those due soon</translation>
    </message>
    <message>
        <source>期限を過ぎた受注を表示する</source>
        <translation>Show those past their deadline</translation>
    </message>
    <message>
        <source>途中の一括処理があります（%1）。再開するまで、残り%2件についてはGMOに何も送信しません。</source>
        <translation>A bulk run is unfinished (%1). Nothing is sent to GMO for the remaining %2 until it is resumed.</translation>
    </message>
    <message>
        <source>途中の一括処理が%1件あります（最初は%2）。再開するまで、残りについてはGMOに何も送信しません。</source>
        <translation>%1 bulk runs are unfinished (the first: %2). Nothing is sent to GMO for the rest until they are resumed.</translation>
    </message>
    <message>
        <source>%1の残り%2件を再開する</source>
        <translation>Resume %1: %2 left</translation>
    </message>
    <message numerus="yes">
        <source>%1件の売上期限が%n日以内です。</source>
        <translation>
            <numerusform>%1 must be captured within %n day.</numerusform>
            <numerusform>%1 must be captured within %n days.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1件は売上期限を過ぎたため、もう売上を確定できません。</source>
        <translation>%1 cannot be captured any more: the deadline is over.</translation>
    </message>
    <message>
        <source>この画面の行をすべて選択</source>
        <translation>Tick all rows of this page</translation>
    </message>
    <message>
        <source>先に一覧で受注を選択してください（行のチェック欄、またはスペースキー）。</source>
        <translation>Tick orders in the list first (the box of the row, or the space bar).</translation>
    </message>
    <message>
        <source>検索の欄へ移る</source>
        <translation>Go to the search box</translation>
    </message>
    <message>
        <source>選択した受注、なければ選んだ行、それもなければ見えている行の決済をGMOに確認します。</source>
        <translation>Checks with GMO the payments of the ticked orders; with none ticked, of the selected rows, or else of the visible rows.</translation>
    </message>
    <message>
        <source>Tabキーで移ったボタンを押す（実行のボタンも、移ってから）</source>
        <translation>Press the button that Tab moved to (the one that runs as well)</translation>
    </message>
    <message>
        <source>一括処理はまだありません。受注を選択して、一括処理を選んでください。</source>
        <translation>There is no bulk run yet. Tick orders, then choose a bulk run.</translation>
    </message>
    <message>
        <source>先に受注を選択してください（行のチェック欄、またはスペースキー）。</source>
        <translation>Tick orders first (the box of the row, or the space bar).</translation>
    </message>
    <message>
        <source>結果のわからなかった操作は、すべて確認が終わりました。</source>
        <translation>All operations whose result was not known have been checked.</translation>
    </message>
    <message>
        <source>使い方</source>
        <translation>User&apos;s guide</translation>
    </message>
    <message>
        <source>途中の一括処理があります（%1）。再開するまで、残り%2件はそのままです。</source>
        <translation>A bulk run is unfinished (%1). The remaining %2 stay as they are until it is resumed.</translation>
    </message>
    <message>
        <source>途中の一括処理が%1件あります（最初は%2）。再開するまで、残りはそのままです。</source>
        <translation>%1 bulk runs are unfinished (the first is %2). The rest stays as it is until they are resumed.</translation>
    </message>
    <message numerus="yes">
        <source>%n件の決済状態を確認しました。</source>
        <translation>
            <numerusform>%n payment state checked.</numerusform>
            <numerusform>%n payment states checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n件が変わりました。</source>
        <translation>
            <numerusform>%n has changed.</numerusform>
            <numerusform>%n have changed.</numerusform>
        </translation>
    </message>
    <message>
        <source>変わったものはありません。</source>
        <translation>None has changed.</translation>
    </message>
    <message numerus="yes">
        <source>%n件は確認できませんでした。</source>
        <translation>
            <numerusform>%n could not be checked.</numerusform>
            <numerusform>%n could not be checked.</numerusform>
        </translation>
    </message>
    <message>
        <source>確認を中止しました。</source>
        <translation>The check was stopped.</translation>
    </message>
    <message>
        <source>今日の仕事</source>
        <translation>Today&apos;s work</translation>
    </message>
    <message>
        <source>一覧を書き出し…</source>
        <translation>Export the list…</translation>
    </message>
    <message>
        <source>注文番号・決済オーダーIDへ移動…</source>
        <translation>Go to order number or gateway order ID…</translation>
    </message>
    <message>
        <source>お問い合わせ先…</source>
        <translation>Contact…</translation>
    </message>
    <message>
        <source>詳細検索を開く・閉じる</source>
        <translation>Open or close the detailed search</translation>
    </message>
    <message>
        <source>日付の欄のカレンダーを開く</source>
        <translation>Open the calendar of a date field</translation>
    </message>
    <message>
        <source>GMOに問い合わせる</source>
        <translation>Ask GMO</translation>
    </message>
</context>
<context>
    <name>kessai::ManyPreview</name>
    <message>
        <source>実行せずに戻る</source>
        <translation>Back without running</translation>
    </message>
    <message>
        <source>選んだ注文を確認しています。まだ何も送信していません。</source>
        <translation>Looking at the chosen orders. Nothing has been sent yet.</translation>
    </message>
    <message>
        <source>続けて%1の確認画面を開く</source>
        <translation>Then open the preview of %1</translation>
    </message>
    <message>
        <source>確認できませんでした。まだ何も送信していません。</source>
        <translation>Could not be looked at. Nothing has been sent yet.</translation>
    </message>
    <message>
        <source>対応状況</source>
        <translation>Order status</translation>
    </message>
    <message>
        <source>決済状況</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>変更の内容</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>送信する内容</source>
        <translation>What is sent</translation>
    </message>
    <message>
        <source>%1（実行前）</source>
        <translation>%1: preview</translation>
    </message>
</context>
<context>
    <name>kessai::NoteText</name>
    <message>
        <source>長いため、初めの部分だけを表示しています。残りは %1 文字です。</source>
        <translation>This is long: only the beginning is shown. %1 more characters follow.</translation>
    </message>
    <message>
        <source>%1の全文を表示</source>
        <translation>Show all of “%1”</translation>
    </message>
</context>
<context>
    <name>kessai::NotesPdf</name>
    <message>
        <source>この受注はもうありません。一覧を更新してから、もう一度選んでください。</source>
        <translation>This order no longer exists. Refresh the list and choose again.</translation>
    </message>
    <message>
        <source>「%1」に保存できませんでした。保存先のフォルダと空き容量を確かめて、もう一度保存してください。%2</source>
        <translation>“%1” could not be saved. Check the folder and the free space, then save again. %2</translation>
    </message>
</context>
<context>
    <name>kessai::NotesPrint</name>
    <message>
        <source>この受注はもうありません。一覧を更新してから、もう一度選んでください。</source>
        <translation>This order no longer exists. Refresh the list and choose again.</translation>
    </message>
    <message>
        <source>印刷できませんでした。プリンターの電源と接続を確かめて、もう一度印刷してください。</source>
        <translation>It could not be printed. Check the printer&apos;s power and connection, then print again.</translation>
    </message>
</context>
<context>
    <name>kessai::OperatorDialog</name>
    <message>
        <source>担当者を選ぶ</source>
        <translation>Who works here</translation>
    </message>
    <message>
        <source>操作する担当者を選んでください。名前は決済ログに残ります。</source>
        <translation>Choose who is working here. The name is kept in the payment log.</translation>
    </message>
    <message>
        <source>担当者</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>この担当者で操作する</source>
        <translation>Work as this person</translation>
    </message>
</context>
<context>
    <name>kessai::OrderDetails</name>
    <message>
        <source>%1 様</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>発送日 %1</source>
        <translation>Shipped on %1</translation>
    </message>
    <message>
        <source>未出荷</source>
        <translation>not shipped</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>Tracking no. %1</translation>
    </message>
    <message>
        <source>課税</source>
        <translation>Taxable</translation>
    </message>
    <message>
        <source>不課税</source>
        <translation>Out of scope</translation>
    </message>
    <message>
        <source>非課税</source>
        <translation>Exempt</translation>
    </message>
    <message>
        <source>%1（税込）</source>
        <translation>%1 (incl. tax)</translation>
    </message>
    <message>
        <source>%1（税抜）</source>
        <translation>%1 (excl. tax)</translation>
    </message>
    <message>
        <source>注文者</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>お届け先 %1</source>
        <translation>Deliver to %1</translation>
    </message>
    <message>
        <source>お届け先</source>
        <translation>Deliver to</translation>
    </message>
    <message>
        <source>明細</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>商品名・商品コード</source>
        <translation>Product name and code</translation>
    </message>
    <message>
        <source>金額</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>税率</source>
        <translation>Tax rate</translation>
    </message>
    <message>
        <source>課税区分</source>
        <translation>Tax type</translation>
    </message>
    <message>
        <source>小計</source>
        <translation>Subtotal</translation>
    </message>
    <message>
        <source>送料</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>手数料</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>値引き</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>%1%対象</source>
        <translation>Taxed at %1%</translation>
    </message>
    <message>
        <source>合計</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>加算ポイント</source>
        <translation>Points earned</translation>
    </message>
    <message>
        <source>利用ポイント</source>
        <translation>Points used</translation>
    </message>
    <message>
        <source>お支払い合計</source>
        <translation>Order total</translation>
    </message>
    <message>
        <source>お問い合わせ（要望等）</source>
        <translation>Message from the buyer</translation>
    </message>
    <message>
        <source>ショップ用メモ</source>
        <translation>Note of the shop</translation>
    </message>
</context>
<context>
    <name>kessai::OrderDraft</name>
    <message>
        <source>明細の変更</source>
        <translation>Change of a line</translation>
    </message>
    <message>
        <source>行の追加</source>
        <translation>Adding a line</translation>
    </message>
    <message>
        <source>行の削除</source>
        <translation>Removal of a line</translation>
    </message>
    <message>
        <source>計算結果の更新</source>
        <translation>Update of the calculation</translation>
    </message>
</context>
<context>
    <name>kessai::OrderEditor</name>
    <message>
        <source>受注情報の編集</source>
        <translation>Edit the order</translation>
    </message>
    <message>
        <source>%1さんが%2から編集中です。編集はできますが、先に声をかけてください。</source>
        <translation>%1 has been editing this order since %2. You can edit it, but speak to them first.</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>やり直す</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>計算結果を更新</source>
        <translation>Update calculation</translation>
    </message>
    <message>
        <source>登録</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>編集をやめる</source>
        <translation>Stop editing</translation>
    </message>
    <message>
        <source>明細</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>行を追加</source>
        <translation>Add line</translation>
    </message>
    <message>
        <source>行を削除</source>
        <translation>Remove line</translation>
    </message>
    <message>
        <source>削除する行を明細の表で選んでください。</source>
        <translation>Choose the line to remove in the table.</translation>
    </message>
    <message>
        <source>明細の計算結果は、受注の金額と同じです。</source>
        <translation>What the lines give is the same as the order&apos;s figures.</translation>
    </message>
    <message>
        <source>お支払い合計を %1 から %2 に更新しました（差 %3）。登録すると保存されます。</source>
        <translation>The payable total was updated from %1 to %2 (difference %3). It is stored when you press Save.</translation>
    </message>
    <message>
        <source>明細 %1行目: %2</source>
        <translation>Line %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>開いたあとに、ほかの人がこの注文を変更しました。</source>
        <translation>Somebody else changed this order after you opened it.</translation>
    </message>
    <message>
        <source>開いたあとの%1に、%2さんがこの注文を変更しました。</source>
        <translation>%2 changed this order at %1, after you had opened it.</translation>
    </message>
    <message>
        <source>変更はありませんでした。</source>
        <translation>There was nothing to change.</translation>
    </message>
    <message>
        <source>登録しました。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>登録しました。%1相手の変更（%2）も残っています。</source>
        <translation>Saved. %1 The other person&apos;s changes (%2) are kept as well.</translation>
    </message>
    <message>
        <source>・</source>
        <translation>,</translation>
    </message>
    <message>
        <source>まだ登録していません。示した箇所を直してください。</source>
        <translation>Not saved yet. Correct the places that are shown.</translation>
    </message>
    <message>
        <source>登録できませんでした。%1</source>
        <translation>Could not be saved. %1</translation>
    </message>
    <message>
        <source>登録できませんでした。ショップが閉じられています。開き直してからもう一度登録してください。</source>
        <translation>Could not be saved. The shop is closed. Open it again and save once more.</translation>
    </message>
    <message>
        <source>まだ登録していません。%1</source>
        <translation>Not saved yet. %1</translation>
    </message>
    <message>
        <source>まだ登録していません。自分の変更は、この画面に残っています。</source>
        <translation>Not saved yet. Your changes are still in this window.</translation>
    </message>
</context>
<context>
    <name>kessai::OrderFilterPanel</name>
    <message>
        <source>注文番号・お名前・会社名・メールアドレス・電話番号</source>
        <translation>Order number, name, company, mail address, phone</translation>
    </message>
    <message>
        <source>対応状況</source>
        <translation>Order status</translation>
    </message>
    <message>
        <source>受注管理での状況です。どれも選ばないと、購入処理中と決済処理中を除くすべてを表示します。</source>
        <translation>Where the order stands in the shop. With none ticked, all are shown but those still being bought or paid.</translation>
    </message>
    <message>
        <source>検索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>詳細検索（%1）</source>
        <translation>Detailed search (%1)</translation>
    </message>
    <message>
        <source>詳細検索</source>
        <translation>Detailed search</translation>
    </message>
    <message>
        <source>%1を閉じる</source>
        <translation>Close %1</translation>
    </message>
    <message>
        <source>%1を開く</source>
        <translation>Open %1</translation>
    </message>
    <message>
        <source>注文者、番号、日付、金額、商品などの項目ごとに探します（Ctrl+Shift+F）。</source>
        <translation>Searches by orderer, number, date, amount, product and so on (Ctrl+Shift+F).</translation>
    </message>
</context>
<context>
    <name>kessai::OrderListPage</name>
    <message>
        <source>一覧を読み込めませんでした。%1</source>
        <translation>The list could not be read. %1</translation>
    </message>
    <message>
        <source>表示列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>検索結果：%1件が該当しました</source>
        <translation>%1 found</translation>
    </message>
    <message>
        <source>受注はまだありません</source>
        <translation>There are no orders yet</translation>
    </message>
    <message>
        <source>ショップの受注CSVを取り込むと、ここに表示されます。</source>
        <translation>Import the shop&apos;s order CSV and they appear here.</translation>
    </message>
    <message>
        <source>この条件に合う受注はありません</source>
        <translation>No order meets these conditions</translation>
    </message>
    <message>
        <source>すべての条件を外す</source>
        <translation>Remove all conditions</translation>
    </message>
    <message>
        <source>「%1」を外すと%2件あります。</source>
        <translation>Without &quot;%1&quot; there are %2.</translation>
    </message>
    <message>
        <source>受注情報を開く</source>
        <translation>Open order</translation>
    </message>
    <message>
        <source>注文番号をコピー</source>
        <translation>Copy order number</translation>
    </message>
    <message>
        <source>お名前をコピー</source>
        <translation>Copy name</translation>
    </message>
    <message>
        <source>決済オーダーIDをコピー</source>
        <translation>Copy gateway order ID</translation>
    </message>
    <message>
        <source>お問い合わせ番号をコピー</source>
        <translation>Copy tracking number</translation>
    </message>
    <message>
        <source>選んだ行をコピー</source>
        <translation>Copy selected rows</translation>
    </message>
    <message>
        <source>検索を中止しました</source>
        <translation>Search stopped</translation>
    </message>
    <message>
        <source>選択した受注を数えられませんでした。%1</source>
        <translation>The ticked orders could not be counted. %1</translation>
    </message>
    <message>
        <source>左の絞り込みの条件を表示するか、隠します。</source>
        <translation>Shows or hides the conditions on the left.</translation>
    </message>
    <message>
        <source>◀ 条件を隠す</source>
        <translation>◀ Hide conditions</translation>
    </message>
    <message>
        <source>▶ 条件を表示</source>
        <translation>▶ Show conditions</translation>
    </message>
    <message>
        <source>絞り込みの条件を隠す</source>
        <translation>Hide the conditions</translation>
    </message>
    <message>
        <source>絞り込みの条件を表示する</source>
        <translation>Show the conditions</translation>
    </message>
    <message>
        <source>番号の一覧から選択…</source>
        <translation>Tick from list…</translation>
    </message>
    <message>
        <source>注文番号か決済オーダーIDの一覧を貼り付けるか、ファイルを選んで選択します。</source>
        <translation>Paste a list of order numbers or gateway order IDs, or choose a file, to tick them.</translation>
    </message>
    <message>
        <source>今の条件を保存…</source>
        <translation>Save search…</translation>
    </message>
    <message>
        <source>今の条件に名前を付けて、左の「保存した検索」に加えます。</source>
        <translation>Gives the present conditions a name and adds them to &quot;Saved searches&quot; on the left.</translation>
    </message>
    <message>
        <source>GMO決済の受注はまだありません</source>
        <translation>There are no orders paid through GMO yet</translation>
    </message>
    <message>
        <source>GMOの支払方法の受注を取り込むと、ここに決済の状況を表示します。</source>
        <translation>Import orders with a GMO payment method and the state of their payments appears here.</translation>
    </message>
    <message>
        <source>対応状況の変更</source>
        <translation>Set order status</translation>
    </message>
    <message>
        <source>GMOの状態を採用…</source>
        <translation>Take over GMO&apos;s state…</translation>
    </message>
    <message>
        <source>この受注の選択を外す</source>
        <translation>Untick this order</translation>
    </message>
    <message>
        <source>この受注を選択する</source>
        <translation>Tick this order</translation>
    </message>
    <message>
        <source>選択を元に戻す</source>
        <translation>Undo ticks</translation>
    </message>
    <message>
        <source>%1（%2からは変更できません）</source>
        <translation>%1 (not possible from %2)</translation>
    </message>
    <message>
        <source>最終エラーをコピー</source>
        <translation>Copy the last error</translation>
    </message>
    <message>
        <source>書き出し…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>書き出し</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>検索結果か選択した受注を、CSV・Excel・受注CSVのファイルに書き出します。</source>
        <translation>Writes the results or the ticked orders into a file: CSV, Excel, or the shop&apos;s order CSV.</translation>
    </message>
    <message>
        <source>GMOに問い合わせる</source>
        <translation>Ask GMO</translation>
    </message>
    <message>
        <source>選択した受注をコピー</source>
        <translation>Copy the ticked orders</translation>
    </message>
    <message>
        <source>%1件はコピーできません（%2件まで）。「書き出し…」でファイルにしてください。</source>
        <translation>%1 orders cannot be copied (at most %2). Use “Export…” to write them into a file.</translation>
    </message>
    <message>
        <source>決済状況一覧</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>受注一覧</source>
        <translation>Orders</translation>
    </message>
</context>
<context>
    <name>kessai::OrderTable</name>
    <message>
        <source>受注一覧</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>並べ替え</source>
        <translation>Sort by</translation>
    </message>
    <message>
        <source>受注日時</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>注文番号</source>
        <translation>Order number</translation>
    </message>
    <message>
        <source>お名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>支払方法</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>対応状況</source>
        <translation>Order status</translation>
    </message>
    <message>
        <source>購入金額</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>入金日</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>決済状況</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>差異</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>売上期限</source>
        <translation>Capture by</translation>
    </message>
    <message>
        <source>1件を2行で表示</source>
        <translation>Two lines per order</translation>
    </message>
    <message>
        <source>出荷状況</source>
        <translation>Shipped</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>Tracking no.</translation>
    </message>
    <message>
        <source>お届け先</source>
        <translation>Deliver to</translation>
    </message>
    <message>
        <source>決済状況一覧</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>決済金額</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>お支払期限</source>
        <translation>Pay by</translation>
    </message>
    <message>
        <source>取消期限</source>
        <translation>Cancel by</translation>
    </message>
    <message>
        <source>変更期限</source>
        <translation>Change by</translation>
    </message>
</context>
<context>
    <name>kessai::OrderTableModel</name>
    <message>
        <source>・</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>kessai::OrderWindow</name>
    <message>
        <source>注文 %1&#x3000;%2 様</source>
        <translation>Order %1&#x3000;%2</translation>
    </message>
    <message>
        <source>受注情報 %1 %2 様</source>
        <translation>Order %1 %2</translation>
    </message>
    <message>
        <source>対応状況: %1</source>
        <translation>Order status: %1</translation>
    </message>
    <message>
        <source>%1にする</source>
        <translation>Set to &quot;%1&quot;</translation>
    </message>
    <message>
        <source>この対応状況から変更できる先はありません。</source>
        <translation>This order status cannot be changed to any other.</translation>
    </message>
    <message>
        <source>対応状況を変更します。決済は変わりません。</source>
        <translation>Changes the order status. The payment is not changed.</translation>
    </message>
    <message>
        <source>受注日時&#x3000;%1</source>
        <translation>Ordered %1</translation>
    </message>
    <message>
        <source>%1（練習）</source>
        <translation>%1 (practice)</translation>
    </message>
    <message>
        <source>%1（テスト）</source>
        <translation>%1 (test)</translation>
    </message>
    <message>
        <source>取り込んだ値と違います: %1。ここで変えた値を残しています。どちらが正しいかを、ショップの画面で確認してください。</source>
        <translation>Differs from the import: %1. The values changed here are kept. Check in the shop&apos;s own system which is right.</translation>
    </message>
    <message>
        <source>・</source>
        <translation>, </translation>
    </message>
    <message>
        <source>受注情報</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>編集</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>受注情報の編集</source>
        <translation>Edit the order</translation>
    </message>
    <message>
        <source>保存していない変更</source>
        <translation>Unsaved changes</translation>
    </message>
    <message>
        <source>この注文には、まだ登録していない変更があります。登録しますか？</source>
        <translation>This order has changes that are not saved yet. Save them?</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>破棄</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>戻る</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>● %1（未保存の変更あり）</source>
        <translation>● %1 (unsaved changes)</translation>
    </message>
</context>
<context>
    <name>kessai::OrderWork</name>
    <message>
        <source>注文 %1 の対応状況を変更しました。</source>
        <translation>The status of order %1 was changed.</translation>
    </message>
    <message>
        <source>この注文には、要確認の内容はもうありません。</source>
        <translation>Nothing about this order needs a person any more.</translation>
    </message>
    <message>
        <source>要確認を解決しました。</source>
        <translation>What needed a person is resolved.</translation>
    </message>
</context>
<context>
    <name>kessai::Pager</name>
    <message>
        <source>前のページ</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>次のページ</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>表示件数</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>%1件</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>すべて</source>
        <translation>All</translation>
    </message>
    <message>
        <source>%1 / %2ページ</source>
        <translation>Page %1 / %2</translation>
    </message>
</context>
<context>
    <name>kessai::PartLegend</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2件を表示する</source>
        <translation>Show %1: %2</translation>
    </message>
    <message>
        <source>すべて %1</source>
        <translation>All %1</translation>
    </message>
    <message>
        <source>すべて %1件を表示する</source>
        <translation>Show all %1</translation>
    </message>
</context>
<context>
    <name>kessai::PaymentFilterPanel</name>
    <message>
        <source>注文番号・お名前など</source>
        <translation>Number, name…</translation>
    </message>
    <message>
        <source>支払方法</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>店舗での支払方法の名称は、一覧の行に表示します。</source>
        <translation>The shop&apos;s own name of the method is shown in the rows of the list.</translation>
    </message>
    <message>
        <source>対応状況</source>
        <translation>Order status</translation>
    </message>
    <message>
        <source>対応状況は受注管理での状況です。GMOの決済の状況とは別のものです。</source>
        <translation>Where the order stands in the shop. Not the state of the payment at GMO.</translation>
    </message>
    <message>
        <source>購入処理中・決済処理中も</source>
        <translation>Being bought or paid too</translation>
    </message>
    <message>
        <source>ふだんは表示しない、購入処理中と決済処理中の受注も表示します。</source>
        <translation>Shows the orders still being bought or paid too, which are left out otherwise.</translation>
    </message>
    <message>
        <source>決済状況</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>手続き・受付・入金</source>
        <translation>Started, accepted, paid</translation>
    </message>
    <message>
        <source>不成立</source>
        <translation>Not completed</translation>
    </message>
    <message>
        <source>売上</source>
        <translation>Authorised, captured</translation>
    </message>
    <message>
        <source>取消・返品</source>
        <translation>Cancelled, refunded</translation>
    </message>
    <message>
        <source>そのほか</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>絞り込みの条件</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>指定なし</source>
        <translation>Any</translation>
    </message>
    <message numerus="yes">
        <source>売上期限が近い（%n日以内）</source>
        <translation>
            <numerusform>Capture due (within %n day)</numerusform>
            <numerusform>Capture due (within %n days)</numerusform>
        </translation>
    </message>
    <message>
        <source>売上期限超過</source>
        <translation>Capture overdue</translation>
    </message>
    <message numerus="yes">
        <source>お支払期限が近い（%n日以内）</source>
        <translation>
            <numerusform>Payment due (within %n day)</numerusform>
            <numerusform>Payment due (within %n days)</numerusform>
        </translation>
    </message>
    <message>
        <source>お支払期限超過</source>
        <translation>Payment overdue</translation>
    </message>
</context>
<context>
    <name>kessai::PaymentPanel</name>
    <message>
        <source>PGマルチペイメントサービス決済情報</source>
        <translation>Payment at PG Multi-Payment Service</translation>
    </message>
    <message>
        <source>操作する決済</source>
        <translation>Payment to work on</translation>
    </message>
    <message>
        <source>決済ログ表示・非表示</source>
        <translation>Show or hide the payment log</translation>
    </message>
    <message>
        <source>決済オーダーIDを連携</source>
        <translation>Link gateway order ID</translation>
    </message>
    <message>
        <source>連携を外す</source>
        <translation>Unlink</translation>
    </message>
    <message>
        <source>ログをコピー</source>
        <translation>Copy log</translation>
    </message>
    <message>
        <source>ログを書き出す</source>
        <translation>Export log</translation>
    </message>
    <message>
        <source>今すぐ確認</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>理由を付けて解決</source>
        <translation>Resolve with a reason</translation>
    </message>
    <message>
        <source>店舗を閉じています。結果は次に開いたときに確認します。</source>
        <translation>The shop is closing. The result is checked when it is next opened.</translation>
    </message>
    <message>
        <source>%1: %2。</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>対応状況も変更しました。</source>
        <translation>The order status was changed too.</translation>
    </message>
    <message>
        <source>店舗を閉じています。</source>
        <translation>The shop is closing.</translation>
    </message>
    <message>
        <source>GMOの最新の内容を反映しました（%1）。</source>
        <translation>The latest from GMO was taken over (%1).</translation>
    </message>
    <message>
        <source>GMOの状態を確認しました。変わりはありません（%1）。</source>
        <translation>Checked with GMO. Nothing has changed (%1).</translation>
    </message>
    <message>
        <source>要確認を解決しました。</source>
        <translation>What needed a person is resolved.</translation>
    </message>
    <message>
        <source>決済オーダーIDを連携しました。</source>
        <translation>The gateway order ID is linked.</translation>
    </message>
    <message>
        <source>決済オーダーID %1 をこの注文から外します。GMOの取引には何も送信しません。</source>
        <translation>Unlinks the gateway order ID %1 from this order. Nothing is sent to GMO.</translation>
    </message>
    <message>
        <source>連携を外しました。</source>
        <translation>Unlinked.</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1（%2）で取り消す</source>
        <translation>Cancel with %1 (%2)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1&#x3000;%2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>この画面を開いたあとで、金額、取引状態または日付が変わりました。キャンセルして、今の内容を確かめてからやり直してください。</source>
        <translation>The amount, the payment status or the date has changed since this was opened. Cancel, check how things stand now, and start again.</translation>
    </message>
    <message>
        <source>確認画面を開いている間に、この決済または日付が変わりました。今の確認では何も送信していません。内容を確かめてからやり直してください。</source>
        <translation>This payment or the date changed while the question was open. Nothing was sent for this confirmation. Check how things stand and start again.</translation>
    </message>
    <message>
        <source>決済ログを書き出していません。%1「kessai doctor」で詳細を確認できます。</source>
        <translation>The payment log was not written. %1 &quot;kessai doctor&quot; shows the details.</translation>
    </message>
    <message>
        <source>決済ログの記録を検証できないため、書き出していません: %1</source>
        <translation>The payment log was not written, because its records cannot be verified: %1</translation>
    </message>
    <message>
        <source>%1 が操作中です。</source>
        <translation>%1 is working on it.</translation>
    </message>
    <message>
        <source>GMOの状態を反映しました: %1 → %2。</source>
        <translation>Now as at GMO: %1 → %2.</translation>
    </message>
    <message>
        <source>決済金額は %1 → %2 になりました。</source>
        <translation>The amount changed: %1 → %2.</translation>
    </message>
    <message>
        <source>GMOに問い合わせる</source>
        <translation>Ask GMO</translation>
    </message>
    <message>
        <source>注文番号 %1 の決済ログを、詳細の行も含めてすべて書き出します。</source>
        <translation>Exports the whole payment log of order %1, its details included.</translation>
    </message>
    <message>
        <source>決済ログ-%1</source>
        <translation>payment-log-%1</translation>
    </message>
</context>
<context>
    <name>kessai::PracticeShop</name>
    <message>
        <source>練習商店</source>
        <translation>Practice shop</translation>
    </message>
    <message>
        <source>佐藤,鈴木</source>
        <translation>Sato,Suzuki</translation>
    </message>
    <message>
        <source>練習</source>
        <translation>Practice</translation>
    </message>
</context>
<context>
    <name>kessai::PreviewModel</name>
    <message>
        <source>一覧の今の検索条件では表示されていません。</source>
        <translation>Does not show in the list under its present conditions.</translation>
    </message>
    <message>
        <source>注文番号</source>
        <translation>Order no.</translation>
    </message>
    <message>
        <source>お名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>金額</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>備考</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>対象外の理由</source>
        <translation>Why left out</translation>
    </message>
    <message>
        <source>注文 %1</source>
        <translation>Order %1</translation>
    </message>
    <message>
        <source>期限 %1</source>
        <translation>until %1</translation>
    </message>
</context>
<context>
    <name>kessai::PreviewReading</name>
    <message>
        <source>店舗を閉じています。</source>
        <translation>The shop is closing.</translation>
    </message>
</context>
<context>
    <name>kessai::PreviewRows</name>
    <message>
        <source>実行する注文</source>
        <translation>Orders that will run</translation>
    </message>
    <message>
        <source>対象外の注文</source>
        <translation>Orders left out</translation>
    </message>
    <message>
        <source>実行する注文と対象外の注文</source>
        <translation>Orders that will run and orders left out</translation>
    </message>
    <message>
        <source>実行する</source>
        <translation>Will run</translation>
    </message>
    <message>
        <source>対象外</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>実行する（%1）</source>
        <translation>Will run (%1)</translation>
    </message>
    <message>
        <source>対象外（%1）</source>
        <translation>Left out (%1)</translation>
    </message>
</context>
<context>
    <name>kessai::PreviewView</name>
    <message>
        <source>最新の内容で読み直す</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>決済金額のまま売上確定する</source>
        <translation>Capture the payment&apos;s amount as it is</translation>
    </message>
    <message>
        <source>実行せずに戻る</source>
        <translation>Back without running</translation>
    </message>
    <message>
        <source>%1の確認</source>
        <translation>Confirm: %1</translation>
    </message>
    <message>
        <source>選んだ注文を確認しています。まだ何も送信していません。</source>
        <translation>Looking at the ticked orders. Nothing is sent yet.</translation>
    </message>
    <message>
        <source>%1件の金額と取引状態は、実行の直前にGMOで確認します。</source>
        <translation>Amount and status at GMO not known yet: %1. They are read at GMO just before each is sent.</translation>
    </message>
    <message>
        <source>%1件</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>差異のある注文も、GMOの決済金額のまま売上確定します。お支払い合計とは違う金額が請求されます。</source>
        <translation>Orders with a difference are captured at GMO&apos;s amount too. The charge is not the order&apos;s total.</translation>
    </message>
    <message>
        <source>差異のある%1件は対象外です。チェックすると、お支払い合計ではなくGMOの決済金額で請求します。</source>
        <translation>Left out for a difference: %1. Tick this to charge GMO&apos;s amount, not the order&apos;s total.</translation>
    </message>
    <message>
        <source>完了した注文の対応状況を%1にする</source>
        <translation>Set the done orders to &quot;%1&quot;</translation>
    </message>
    <message>
        <source>どの注文の対応状況も「%1」に変更できません。</source>
        <translation>None of the orders can be set to &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1件の対応状況は「%2」に変更できず、そのまま残ります。</source>
        <translation>Cannot be set to &quot;%2&quot; and stay as they are: %1.</translation>
    </message>
    <message>
        <source>確認できませんでした。まだ何も送信していません。</source>
        <translation>The orders could not be looked at. Nothing is sent yet.</translation>
    </message>
    <message>
        <source>開始しています</source>
        <translation>Starting</translation>
    </message>
    <message>
        <source>何も実行していません。</source>
        <translation>Nothing was carried out.</translation>
    </message>
    <message>
        <source>決済状況</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>送る言葉</source>
        <translation>Sent as</translation>
    </message>
</context>
<context>
    <name>kessai::ProgressLine</name>
    <message>
        <source>読み込み中</source>
        <translation>Loading</translation>
    </message>
</context>
<context>
    <name>kessai::ReasonDialog</name>
    <message>
        <source>理由（決済ログに残ります）</source>
        <translation>Reason (kept in the payment log)</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>要確認の解決</source>
        <translation>Resolve what needs a person</translation>
    </message>
    <message>
        <source>GMOの今の状態をもう一度読み取り、証拠として残したうえで解決します。操作の結果をどう判断しますか。</source>
        <translation>The present state at GMO is read once more and kept as evidence before this is resolved. How do you judge the result of the operation?</translation>
    </message>
    <message>
        <source>GMOの今の状態をもう一度読み取り、証拠として残したうえで、このアプリに取り込みます。</source>
        <translation>The present state at GMO is read once more, kept as evidence and taken over into this program.</translation>
    </message>
    <message>
        <source>GMOの今の状態に合わせる</source>
        <translation>Follow the present state at GMO</translation>
    </message>
    <message>
        <source>GMOの今の状態を取り込んで解決する</source>
        <translation>Take over the present state at GMO and resolve</translation>
    </message>
    <message>
        <source>操作は成立したとする（完了）</source>
        <translation>The operation took effect (done)</translation>
    </message>
    <message>
        <source>操作は成立しなかったとする（不成立）</source>
        <translation>The operation did not take effect (not done)</translation>
    </message>
</context>
<context>
    <name>kessai::ReasonList</name>
    <message>
        <source>対象外の理由で絞り込む</source>
        <translation>Filter by why they are left out</translation>
    </message>
</context>
<context>
    <name>kessai::ReasonModel</name>
    <message>
        <source>すべての理由</source>
        <translation>All reasons</translation>
    </message>
    <message>
        <source>%1件</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 %2件、%3</source>
        <translation>%1: %2 orders, %3</translation>
    </message>
    <message>
        <source>対象外の理由（選ぶと下の表を絞り込みます）</source>
        <translation>Why they are left out (choose one to filter the table below)</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>金額</source>
        <translation>Amount</translation>
    </message>
</context>
<context>
    <name>kessai::ReportModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kessai::ReportPrint</name>
    <message>
        <source>印刷できません</source>
        <translation>Cannot be printed</translation>
    </message>
    <message>
        <source>印刷するには多すぎます</source>
        <translation>Too many to print</translation>
    </message>
    <message>
        <source>%1件あります。印刷は%2件までです。期間などで絞るか、書き出しを使ってください。</source>
        <translation>There are %1; at most %2 can be printed. Narrow the period or other conditions, or use the export.</translation>
    </message>
    <message>
        <source>印刷の準備をしています。</source>
        <translation>Preparing to print.</translation>
    </message>
    <message>
        <source>中止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>印刷</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>印刷プレビュー</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>kessai::RestoreOffer</name>
    <message>
        <source>バックアップから復元する</source>
        <translation>Restore from the backup</translation>
    </message>
    <message>
        <source>%1 のバックアップから復元しますか。</source>
        <translation>Restore the backup of %1?</translation>
    </message>
    <message>
        <source>このあとに取り込んだ受注、このアプリで変えた内容と操作の記録は失われます。GMOで行われた決済はそのままです。
復元したあと、お金を動かす前に、すべての決済をGMOの状態と照合します。
壊れたデータベースは、時刻を付けた名前で残します。</source>
        <translation>Orders imported since then, what was changed in this program and the record of its operations will be lost. Payments made at the gateway stay as they are.
Afterwards all payments are compared with the gateway before money moves.
The damaged database is kept under a name with the time.</translation>
    </message>
    <message>
        <source>復元する</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>kessai::RowDetails</name>
    <message>
        <source>選んでいる行の内容</source>
        <translation>The selected row in full</translation>
    </message>
    <message>
        <source>行を選ぶと、その内容と理由をここに表示します。</source>
        <translation>Choose a row to read all of it and its reason here.</translation>
    </message>
</context>
<context>
    <name>kessai::RowTable</name>
    <message>
        <source>選んだ行をコピー</source>
        <translation>Copy selected rows</translation>
    </message>
</context>
<context>
    <name>kessai::RunBar</name>
    <message>
        <source>%1 %2件</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>kessai::RunItemsModel</name>
    <message>
        <source>注文番号</source>
        <translation>Order no.</translation>
    </message>
    <message>
        <source>お名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>結果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>金額</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>理由とコード</source>
        <translation>Reason and code</translation>
    </message>
    <message>
        <source>終わった時刻</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>注文 %1</source>
        <translation>Order %1</translation>
    </message>
    <message>
        <source>送信した処理</source>
        <translation>Sent as</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>変更前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>変更後</source>
        <translation>After</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>kessai::RunNotice</name>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>kessai::RunStatus</name>
    <message>
        <source>一時停止中: %1</source>
        <translation>Paused: %1</translation>
    </message>
    <message>
        <source>実行中: %1</source>
        <translation>Running: %1</translation>
    </message>
    <message>
        <source>%1（ほか%2件） ▾</source>
        <translation>%1 (+%2) ▾</translation>
    </message>
    <message>
        <source>クリックすると一括処理の画面を表示します。</source>
        <translation>Click to show the bulk run.</translation>
    </message>
    <message>
        <source>一時停止</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>一括処理を一時停止する</source>
        <translation>Pause the bulk run</translation>
    </message>
    <message>
        <source>画面を表示</source>
        <translation>Show page</translation>
    </message>
    <message>
        <source>一時停止中の一括処理の画面を表示する</source>
        <translation>Show the page of the paused bulk run</translation>
    </message>
    <message>
        <source>一括処理の画面を表示します。再開と中止はそこで行えます。</source>
        <translation>Shows the page of the bulk run. It is resumed or stopped there.</translation>
    </message>
</context>
<context>
    <name>kessai::RunView</name>
    <message>
        <source>一括処理の注文</source>
        <translation>Orders of the bulk run</translation>
    </message>
    <message>
        <source>一時停止</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>再開</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>中止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>書き出し…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>印刷…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>一覧に戻る</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>完了した注文を「%1」にする…</source>
        <translation>Set done to &quot;%1&quot;…</translation>
    </message>
    <message>
        <source>照合待ち %1件: GMOの状態との照合が、このあと自動で行われます。</source>
        <translation>To be compared: %1. The comparison with the state at GMO follows by itself.</translation>
    </message>
    <message>
        <source>%1 にGMOの状態と照合しました。</source>
        <translation>Compared with the state at GMO on %1.</translation>
    </message>
    <message>
        <source>担当: %1、開始 %2</source>
        <translation>Operator: %1, started %2</translation>
    </message>
    <message>
        <source>変更できなかった注文を見る</source>
        <translation>Show the orders that could not be changed</translation>
    </message>
    <message>
        <source>完了した注文の対応状況を「%1」にします。</source>
        <translation>Orders that are done are then set to “%1”.</translation>
    </message>
    <message>
        <source>金額の合計は読み取れませんでした。</source>
        <translation>The total amount could not be read.</translation>
    </message>
    <message>
        <source>今もう一度実行できる注文はありません。理由は各行で確かめられます。</source>
        <translation>No order can be run again now. Each row says why.</translation>
    </message>
    <message>
        <source>結果が未確定の%1件は、完了と確認でき次第、対応状況を「%2」にします。</source>
        <translation>%1 whose result is not certain yet: their status becomes “%2” as soon as they are known to be done.</translation>
    </message>
    <message>
        <source>変更した注文の%1へ…</source>
        <translation>%1 of the changed orders…</translation>
    </message>
    <message>
        <source>GMOに問い合わせる</source>
        <translation>Ask GMO</translation>
    </message>
</context>
<context>
    <name>kessai::SaveSearchDialog</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>今の条件を保存</source>
        <translation>Save this search</translation>
    </message>
    <message>
        <source>条件のない一覧を保存します。</source>
        <translation>Saves the list without conditions.</translation>
    </message>
    <message>
        <source>次の条件を保存します。
%1</source>
        <translation>Saves these conditions:
%1</translation>
    </message>
    <message>
        <source>名前（同じ名前の検索は置き換えられます）</source>
        <translation>Name (a search of the same name is replaced)</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>kessai::SettingsDialog</name>
    <message>
        <source>GMOに接続できました。ショップIDとパスワードは正しく受け付けられています。</source>
        <translation>GMO was reached and accepts the shop ID and the password.</translation>
    </message>
    <message>
        <source>GMOに接続できません。ネットワークと接続先URLを確認してください。</source>
        <translation>GMO cannot be reached. Check the network and the gateway URL.</translation>
    </message>
    <message>
        <source>GMOが混み合っています。少し待ってからもう一度試してください。</source>
        <translation>GMO is busy. Wait a little and try again.</translation>
    </message>
    <message>
        <source>接続先の回答を読み取れませんでした。接続先URLを確認してください。</source>
        <translation>The gateway&apos;s answer could not be read. Check the gateway URL.</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>設定</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>店舗</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>GMO接続</source>
        <translation>GMO connection</translation>
    </message>
    <message>
        <source>決済の規則</source>
        <translation>Payment rules</translation>
    </message>
    <message>
        <source>表示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>接続を試す</source>
        <translation>Test the connection</translation>
    </message>
    <message>
        <source>GMOに確認しています…</source>
        <translation>Asking GMO…</translation>
    </message>
    <message>
        <source>既定値: %1</source>
        <translation>Default: %1</translation>
    </message>
    <message>
        <source>GMOがショップIDまたはパスワードを拒否しました。GMOの管理画面で確認し、新しいパスワードを入力して保存してください。</source>
        <translation>GMO refused the shop ID or the password. Check them in the GMO console, then enter the new password and save.</translation>
    </message>
    <message>
        <source>ショップパスワード</source>
        <translation>Shop password</translation>
    </message>
    <message>
        <source>変えるときだけ入力します</source>
        <translation>Enter only to change it</translation>
    </message>
    <message>
        <source>GMOでパスワードを変えたら、ここにも入力して保存してください。</source>
        <translation>When the password has changed at GMO, enter it here too and save.</translation>
    </message>
    <message>
        <source>入力したパスワードは、保存してから試してください。</source>
        <translation>Save the password you entered before you test it.</translation>
    </message>
    <message>
        <source>なし</source>
        <translation>none</translation>
    </message>
    <message>
        <source>ほかの設定は保存しました。%1</source>
        <translation>The other settings were saved. %1</translation>
    </message>
    <message>
        <source>締め日</source>
        <translation>Closing date</translation>
    </message>
    <message>
        <source>お問い合わせ先</source>
        <translation>Contact</translation>
    </message>
</context>
<context>
    <name>kessai::SideBar</name>
    <message>
        <source>受注管理の画面と一覧</source>
        <translation>Pages and views of the orders</translation>
    </message>
    <message>
        <source>受注管理</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>%1 %2件</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>決済状況一覧</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>GMOを使う支払方法の受注を、決済の状況で絞り込み、まとめて処理します。</source>
        <translation>Orders paid through GMO: narrow them by the state of the payment and work on many at once.</translation>
    </message>
    <message>
        <source>処理の履歴</source>
        <translation>History</translation>
    </message>
    <message>
        <source>これまでの一括処理と一件ずつの操作を、日ごとに確認します。</source>
        <translation>Past bulk runs and single operations, day by day.</translation>
    </message>
    <message>
        <source>要対応</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>保存した検索</source>
        <translation>Saved searches</translation>
    </message>
    <message>
        <source>＋ 今の条件を保存…</source>
        <translation>+ Save search…</translation>
    </message>
    <message>
        <source>表示している一覧の条件に名前を付けて残します。</source>
        <translation>Keeps the conditions of the list under a name.</translation>
    </message>
    <message>
        <source>名前を変更</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>削除…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>保存した検索の削除</source>
        <translation>Delete saved search</translation>
    </message>
    <message>
        <source>保存した検索「%1」を削除します。受注は削除されません。</source>
        <translation>Deletes the saved search &quot;%1&quot;. No orders are deleted.</translation>
    </message>
    <message>
        <source>削除する</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>今日の仕事</source>
        <translation>Today&apos;s work</translation>
    </message>
    <message>
        <source>対応が必要な受注を、仕事の種類ごとにまとめて表示します。</source>
        <translation>Shows the orders that need attention, by kind of work.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n項目</source>
        <translation>
            <numerusform>%1 %n item</numerusform>
            <numerusform>%1 %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kessai::StatusDialog</name>
    <message>
        <source>%1件はすでに「%2」です。</source>
        <translation>Already &quot;%2&quot;: %1.</translation>
    </message>
    <message>
        <source>%1件は「%2」から「%3」に変更できないため、そのまま残ります。</source>
        <translation>Cannot be changed from &quot;%2&quot; to &quot;%3&quot; and stay as they are: %1.</translation>
    </message>
    <message>
        <source>対応状況の変更</source>
        <translation>Set order status</translation>
    </message>
    <message>
        <source>%1件の対応状況を「%2」に変更しますか</source>
        <translation>Set the order status of %1 to &quot;%2&quot;?</translation>
    </message>
    <message>
        <source>対応状況を「%1」に変更できる注文がありません</source>
        <translation>No order can be set to &quot;%1&quot;</translation>
    </message>
    <message>
        <source>GMOの決済には影響しません。請求の確定や取消は、決済の操作で行ってください。</source>
        <translation>The payments at GMO are not changed. Capture or cancel them with the payment operations.</translation>
    </message>
    <message>
        <source>続けて%1の確認画面を開く</source>
        <translation>Then open the confirmation: %1</translation>
    </message>
    <message>
        <source>%1件を「%2」にする</source>
        <translation>Set %1 to &quot;%2&quot;</translation>
    </message>
    <message>
        <source>キャンセル</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>注文 %1 %2 様</source>
        <translation>Order %1, %2</translation>
    </message>
    <message>
        <source>%1の対応状況を「%2」に変更しますか</source>
        <translation>%1: set the order status to &quot;%2&quot;?</translation>
    </message>
    <message>
        <source>「%1」にする</source>
        <translation>Set to &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>kessai::TickBox</name>
    <message>
        <source>この画面の受注か、検索結果のすべてを選択します。</source>
        <translation>Ticks the orders of this page or all found.</translation>
    </message>
    <message>
        <source>選択: なし</source>
        <translation>Ticked: none</translation>
    </message>
    <message>
        <source>選択: この画面のすべて</source>
        <translation>Ticked: all of this page</translation>
    </message>
    <message>
        <source>選択: この画面の一部</source>
        <translation>Ticked: some of this page</translation>
    </message>
    <message>
        <source>この画面の%1件</source>
        <translation>This page (%1)</translation>
    </message>
    <message>
        <source>検索結果すべて %1件</source>
        <translation>All found (%1)</translation>
    </message>
    <message>
        <source>選択を解除</source>
        <translation>Untick all</translation>
    </message>
</context>
<context>
    <name>kessai::TickListDialog</name>
    <message>
        <source>見つからないものをコピー</source>
        <translation>Copy those not found</translation>
    </message>
    <message>
        <source>ファイルを選ぶ…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>選択に加える</source>
        <translation>Tick them</translation>
    </message>
    <message>
        <source>注文番号の一覧から選択</source>
        <translation>Tick from a list of numbers</translation>
    </message>
    <message>
        <source>注文番号か決済オーダーIDの一覧</source>
        <translation>List of order numbers or gateway order IDs</translation>
    </message>
    <message>
        <source>1001
1002
1003-30111944</source>
        <translation>1001
1002
1003-30111944</translation>
    </message>
    <message>
        <source>見つからなかったもの</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>注文番号か決済オーダーIDを、1行に1つずつ貼り付けてください。カンマやタブで区切っても構いません。</source>
        <translation>Paste order numbers or gateway order IDs, one a line. Commas and tabs separate them too.</translation>
    </message>
    <message>
        <source>一覧のファイルを選ぶ</source>
        <translation>Choose the file of the list</translation>
    </message>
    <message>
        <source>テキストとCSV (*.txt *.csv *.tsv);;すべてのファイル (*)</source>
        <translation>Text and CSV (*.txt *.csv *.tsv);;All files (*)</translation>
    </message>
    <message>
        <source>一覧が長すぎます。1,000,000文字までにしてください。</source>
        <translation>The list is too long (1,000,000 characters at most).</translation>
    </message>
    <message>
        <source>注文番号も決済オーダーIDも書かれていません。</source>
        <translation>There is no order number or gateway order ID in it.</translation>
    </message>
    <message>
        <source>一覧を調べられませんでした。%1</source>
        <translation>The list could not be looked up. %1</translation>
    </message>
    <message>
        <source>%1件を選択に加えました。</source>
        <translation>Ticked: %1.</translation>
    </message>
    <message>
        <source>見つからないものが%1件あります。</source>
        <translation>Not found: %1.</translation>
    </message>
    <message>
        <source>はじめの%1件を表示しています。</source>
        <translation> The first %1 are shown.</translation>
    </message>
</context>
<context>
    <name>kessai::TodayPage</name>
    <message numerus="yes">
        <source>売上期限の日ごとの仮売上（これから%n日）</source>
        <translation>
            <numerusform>Authorisations by day of lapse (next %n day)</numerusform>
            <numerusform>Authorisations by day of lapse (next %n days)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>日ごとの売上と取消（過去%n日）</source>
        <translation>
            <numerusform>Captured and cancelled by day (last %n day)</numerusform>
            <numerusform>Captured and cancelled by day (last %n days)</numerusform>
        </translation>
    </message>
    <message>
        <source>起動したとき、仕事があればこの画面を開く</source>
        <translation>Open this page at the start when there is work</translation>
    </message>
    <message numerus="yes">
        <source>対応が必要な仕事が%n項目あります</source>
        <translation>
            <numerusform>%n kind of work needs attention</numerusform>
            <numerusform>%n kinds of work need attention</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 現在</source>
        <translation>As of %1</translation>
    </message>
    <message>
        <source>次の締め日：%1 %2（%3）</source>
        <translation>Next closing date: %1 %2 (%3)</translation>
    </message>
    <message>
        <source>今日の仕事を読み取れません。表示は %1 のものです。%2</source>
        <translation>Today&apos;s work cannot be read. What is shown is of %1. %2</translation>
    </message>
    <message>
        <source>今日の仕事を読み取れません。%1</source>
        <translation>Today&apos;s work cannot be read. %1</translation>
    </message>
    <message>
        <source>もう一度読み取る</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>今日の仕事を数えています…</source>
        <translation>Counting today&apos;s work…</translation>
    </message>
    <message>
        <source>今日の仕事はすべて終わっています</source>
        <translation>All of today&apos;s work is done</translation>
    </message>
    <message>
        <source>対応が必要な受注が出ると、ここに表示します。</source>
        <translation>Orders that need attention appear here.</translation>
    </message>
    <message>
        <source>受注一覧を開く</source>
        <translation>Open the order list</translation>
    </message>
    <message>
        <source>対応が必要な仕事はありません</source>
        <translation>Nothing needs your attention</translation>
    </message>
</context>
<context>
    <name>kessai::TotalsPanel</name>
    <message>
        <source>小計</source>
        <translation>Subtotal</translation>
    </message>
    <message>
        <source>送料</source>
        <translation>Delivery fee</translation>
    </message>
    <message>
        <source>手数料</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>値引き</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>%1%対象</source>
        <translation>Taxed at %1%</translation>
    </message>
    <message>
        <source>合計</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>加算ポイント</source>
        <translation>Points earned</translation>
    </message>
    <message>
        <source>利用ポイント</source>
        <translation>Points used</translation>
    </message>
    <message>
        <source>お支払い合計</source>
        <translation>Payable total</translation>
    </message>
    <message>
        <source>受注の金額 %1: %2</source>
        <translation>In the order, %1: %2</translation>
    </message>
    <message>
        <source>明細の計算 %1: %2</source>
        <translation>From the lines, %1: %2</translation>
    </message>
    <message>
        <source>集計</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>受注の金額</source>
        <translation>In the order</translation>
    </message>
    <message>
        <source>明細の計算</source>
        <translation>From the lines</translation>
    </message>
</context>
<context>
    <name>kessai::VersionDialog</name>
    <message>
        <source>バージョン情報</source>
        <translation>About</translation>
    </message>
    <message>
        <source>コピー</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>データフォルダ</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>バージョン</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>ビルド</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>GMOインターフェース</source>
        <translation>GMO interface</translation>
    </message>
    <message>
        <source>エラーコード表</source>
        <translation>Table of error codes</translation>
    </message>
    <message>
        <source>接続プロファイル</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>ショップID</source>
        <translation>Shop ID</translation>
    </message>
    <message>
        <source>データベース</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>内蔵（SQLite）</source>
        <translation>Built-in (SQLite)</translation>
    </message>
</context>
<context>
    <name>kessai::WatchLine</name>
    <message>
        <source>入金や結果を待つ決済の自動確認を止めています</source>
        <translation>Automatic checks of waiting payments are stopped</translation>
    </message>
    <message>
        <source>入金や結果を待つ決済を確認しています：あと%1件（1分以内）</source>
        <translation>Checking waiting payments: %1 left (within a minute)</translation>
    </message>
    <message numerus="yes">
        <source>入金や結果を待つ決済を確認しています：あと%1件（約%n分）</source>
        <translation>
            <numerusform>Checking waiting payments: %1 left (about %n minute)</numerusform>
            <numerusform>Checking waiting payments: %1 left (about %n minutes)</numerusform>
        </translation>
    </message>
    <message>
        <source>再開する</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>止める</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>決済の自動確認を再開する</source>
        <translation>Resume the automatic checks of payments</translation>
    </message>
    <message>
        <source>決済の自動確認を止める</source>
        <translation>Stop the automatic checks of payments</translation>
    </message>
</context>
<context>
    <name>kessai::WorkCard</name>
    <message>
        <source>%1：ありません</source>
        <translation>%1: none</translation>
    </message>
    <message>
        <source>一覧をこの条件で絞り込み、すべてに印を付けて開きます。GMOには何も送信しません。</source>
        <translation>Opens the list with these conditions and all rows ticked. Nothing is sent to GMO.</translation>
    </message>
    <message>
        <source>%1件</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1件を選択して開く</source>
        <translation>Open %1 ticked</translation>
    </message>
    <message>
        <source>%1の%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1（%2） %3 %4</source>
        <translation>%1 (%2) %3 %4</translation>
    </message>
</context>
</TS>
