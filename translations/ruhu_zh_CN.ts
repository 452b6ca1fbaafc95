<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ruhu::installer::ClosingCards</name>
    <message>
        <source>%1 signed %2</source>
        <translation>%1 已于 %2 签字</translation>
    </message>
    <message>
        <source>%1 signed %2. Facts changed since then, so the signature no longer covers them.</source>
        <translation>%1 已于 %2 签字。此后记录有改动，该签名不再涵盖这些内容。</translation>
    </message>
    <message>
        <source>back in place</source>
        <translation>已放回原处</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回原处</translation>
    </message>
    <message>
        <source>What is moved, and from where</source>
        <translation>移动了什么，原来在哪里</translation>
    </message>
    <message>
        <source>The customer agreed first</source>
        <translation>已先征得客户同意</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>加入清单</translation>
    </message>
    <message>
        <source>Turn the laptop round. The customer reads what was done, rates the visit and signs.</source>
        <translation>请把笔记本转向客户，请客户查看完成的内容、评价并签字。</translation>
    </message>
    <message>
        <source>Rating: %1</source>
        <translation>评价：%1</translation>
    </message>
    <message>
        <source>Show to the customer</source>
        <translation>请客户查看</translation>
    </message>
    <message>
        <source>Sign as technician</source>
        <translation>装维工程师签字</translation>
    </message>
    <message>
        <source>May I leave?</source>
        <translation>可以离开了吗？</translation>
    </message>
    <message>
        <source>Nothing is open. You may sign off and leave.</source>
        <translation>没有未完成的事项，可以签字离开。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) still open:</source>
        <translation>
            <numerusform>还有 %n 项未完成：</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 signed %2, before the ticket was sent back.</source>
        <translation>%1 已于 %2 签名，之后工单被退回。</translation>
    </message>
</context>
<context>
    <name>ruhu::installer::CustomerView</name>
    <message>
        <source>For the customer</source>
        <translation>客户查看</translation>
    </message>
    <message>
        <source>What was done at your home</source>
        <translation>本次上门完成的内容</translation>
    </message>
    <message>
        <source>Are you satisfied with the visit?</source>
        <translation>您对本次服务满意吗？</translation>
    </message>
    <message>
        <source>What went wrong?</source>
        <translation>哪里让您不满意？</translation>
    </message>
    <message>
        <source>Please sign if everything above is right.</source>
        <translation>以上内容无误，请签字。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>I agree and sign</source>
        <translation>确认并签字</translation>
    </message>
    <message>
        <source>Please choose how satisfied you are.</source>
        <translation>请选择满意程度。</translation>
    </message>
    <message>
        <source>Please sign in the field above.</source>
        <translation>请在上方区域签字。</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Please write your name above the signature.</source>
        <translation>请在签名上方填写您的姓名。</translation>
    </message>
    <message>
        <source>Praise, an opinion or a suggestion, if you like</source>
        <translation>表扬、意见或建议（可不填）</translation>
    </message>
</context>
<context>
    <name>ruhu::installer::ExceptionCards</name>
    <message>
        <source>You have left the site</source>
        <translation>您已离开现场</translation>
    </message>
    <message>
        <source>Promised to be back by %1. An adult lets you in again.</source>
        <translation>承诺 %1 前返回。再次入户须经成年人同意。</translation>
    </message>
    <message>
        <source>Back, the customer opened</source>
        <translation>已返回，客户本人开门</translation>
    </message>
    <message>
        <source>Back, another adult opened</source>
        <translation>已返回，其他成年人开门</translation>
    </message>
    <message>
        <source>Leave the site for now</source>
        <translation>暂离现场</translation>
    </message>
    <message>
        <source>Tell the customer why, and promise a time.</source>
        <translation>向客户说明原因并承诺时间。</translation>
    </message>
    <message>
        <source>Back by</source>
        <translation>返回时限</translation>
    </message>
    <message>
        <source>Reason told to the customer</source>
        <translation>告知客户的原因</translation>
    </message>
    <message>
        <source>I leave now</source>
        <translation>现在离开</translation>
    </message>
    <message>
        <source>Amount in yuan</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>收费项目</translation>
    </message>
    <message>
        <source>Customer accepts</source>
        <translation>客户同意</translation>
    </message>
    <message>
        <source>Customer declines</source>
        <translation>客户不同意</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>收据号</translation>
    </message>
    <message>
        <source>Money taken, receipt given</source>
        <translation>已收款并开具收据</translation>
    </message>
    <message>
        <source>The customer asks or complains</source>
        <translation>客户咨询或投诉</translation>
    </message>
    <message>
        <source>Answer what you can. The rest is written down, and you call 10010 for the customer.</source>
        <translation>能答复的当场答复；不能答复的登记，并代客户拨打10010。</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>咨询或投诉内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>10010 called for the customer</source>
        <translation>已代客户拨打10010</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>登记</translation>
    </message>
    <message numerus="yes">
        <source>%n written down</source>
        <translation>
            <numerusform>已登记 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Why it took longer</source>
        <translation>超时原因</translation>
    </message>
    <message>
        <source>Reason, and whose it is</source>
        <translation>说明原因（客户原因或我方原因）</translation>
    </message>
    <message>
        <source>The customer declined. Name another price, or answer the step on charges anew.</source>
        <translation>客户不同意。请重新报价，或重新填写收费一项。</translation>
    </message>
</context>
<context>
    <name>ruhu::installer::Guidance</name>
    <message>
        <source>What to say · %1</source>
        <translation>话术 · %1</translation>
    </message>
    <message>
        <source>Rules of conduct</source>
        <translation>服务纪律</translation>
    </message>
</context>
<context>
    <name>ruhu::installer::InstallerWindow</name>
    <message>
        <source>Ruhu Installer</source>
        <translation>入户 装维端</translation>
    </message>
</context>
<context>
    <name>ruhu::installer::MaterialCards</name>
    <message>
        <source>Taken back from the customer</source>
        <translation>从客户处回收</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>metres</source>
        <translation>米</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>个</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>加入清单</translation>
    </message>
</context>
<context>
    <name>ruhu::installer::SignatureDialog</name>
    <message>
        <source>Sign as technician</source>
        <translation>装维工程师签字</translation>
    </message>
    <message>
        <source>You confirm that everything on this work order is true.</source>
        <translation>您确认本服务单所有内容属实。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签字</translation>
    </message>
</context>
<context>
    <name>ruhu::installer::StageView</name>
    <message>
        <source>This ticket needs a newer program. Nothing is lost: it can be read here, and worked on after the update.</source>
        <translation>此工单需要新版本程序。内容没有丢失：现在可以查看，更新程序后可以继续处理。</translation>
    </message>
    <message>
        <source>Signed off. The office reviews it; if something is missing it comes back to you.</source>
        <translation>已签字，等待后台审核；如有缺漏会退回给您。</translation>
    </message>
    <message>
        <source>Approved. Nothing more to do.</source>
        <translation>审核通过，无需再处理。</translation>
    </message>
    <message>
        <source>Cancelled by the office.</source>
        <translation>后台已取消。</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>常规步骤</translation>
    </message>
    <message>
        <source>What was recorded</source>
        <translation>已记录的内容</translation>
    </message>
    <message>
        <source>This cannot be left out. If it cannot be done, write a note for the office.</source>
        <translation>此项不能跳过。如无法完成，请写备注告知后台。</translation>
    </message>
    <message>
        <source>Given back to the office. It decides how this goes on.</source>
        <translation>已退单，由后台决定后续处理。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step, how it is done</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The service code of this ticket is not on this laptop yet. Nothing is lost: it can be read here, and worked on once the laptop was connected to the office.</source>
        <translation>本机还没有此工单所用的服务规范。数据没有丢失：工单可以查看，联网同步一次后即可作业。</translation>
    </message>
</context>
<context>
    <name>ruhu::installer::StepCards</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The line outside must be mended</source>
        <translation>室外线路需要整修</translation>
    </message>
    <message>
        <source>The customer&apos;s own device is the limit</source>
        <translation>受客户自备设备限制</translation>
    </message>
    <message>
        <source>The meter was checked, the value stays</source>
        <translation>已核对仪表，数值不变</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>重新记录</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>All of these</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Record the ticked ones</source>
        <translation>记录已勾选项</translation>
    </message>
    <message>
        <source>Why not done</source>
        <translation>未完成的原因</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Cannot be done …</source>
        <translation>无法完成 …</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) moved</source>
        <translation>
            <numerusform>移动了 %n 件物品</numerusform>
        </translation>
    </message>
    <message>
        <source>What is missing, or what is to be said about it</source>
        <translation>缺什么，或需要说明什么</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>班长</translation>
    </message>
</context>
<context>
    <name>ruhu::installer::TicketHeader</name>
    <message>
        <source>Show the whole number</source>
        <translation>显示完整号码</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>服务单</translation>
    </message>
    <message>
        <source>Preview, print or save the work order (Ctrl+P)</source>
        <translation>预览、打印或保存服务单（Ctrl+P）</translation>
    </message>
    <message>
        <source> ±10</source>
        <translation>（±10 分钟）</translation>
    </message>
    <message>
        <source>Hide the number</source>
        <translation>隐藏号码</translation>
    </message>
    <message>
        <source>Reported: %1</source>
        <translation>申告：%1</translation>
    </message>
    <message>
        <source>reported %1</source>
        <translation>申告时间 %1</translation>
    </message>
    <message>
        <source>Bandwidth: %1</source>
        <translation>带宽：%1</translation>
    </message>
    <message>
        <source>Contract until %1</source>
        <translation>合同到期 %1</translation>
    </message>
    <message>
        <source>Service order %1</source>
        <translation>业务单号 %1</translation>
    </message>
    <message>
        <source>Contact: %1, %2</source>
        <translation>联系人：%1，%2</translation>
    </message>
</context>
<context>
    <name>ruhu::installer::TicketView</name>
    <message>
        <source>Sent back by the supervisor: %1</source>
        <translation>班长退回：%1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>I will be late</source>
        <translation>我要晚到</translation>
    </message>
    <message>
        <source>The customer wants another time</source>
        <translation>客户要求改约</translation>
    </message>
    <message>
        <source>Nobody lets me in</source>
        <translation>未能入户</translation>
    </message>
    <message>
        <source>Something is different</source>
        <translation>有特殊情况</translation>
    </message>
    <message>
        <source>Please choose first.</source>
        <translation>请先选择。</translation>
    </message>
    <message>
        <source>Kept on this laptop</source>
        <translation>已存本机</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What should the office know?</source>
        <translation>需要告诉后台什么？</translation>
    </message>
    <message>
        <source>I leave the site for now</source>
        <translation>我暂离现场</translation>
    </message>
    <message>
        <source>The customer asks or complains</source>
        <translation>客户咨询或投诉</translation>
    </message>
    <message>
        <source>Why? The next visit is agreed in another call.</source>
        <translation>什么原因？下次上门时间须另行致电约定。</translation>
    </message>
    <message>
        <source>We cannot keep the time</source>
        <translation>我方不能按时上门</translation>
    </message>
    <message>
        <source>The customer cannot keep the time</source>
        <translation>客户不能如约</translation>
    </message>
    <message>
        <source>Give back: %1</source>
        <translation>退单：%1</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <comment>a rule of conduct</comment>
        <translation>违反：%1</translation>
    </message>
</context>
<context>
    <name>ruhu::installer::VisitCards</name>
    <message>
        <source>Morning</source>
        <translation>上午</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>下午</translation>
    </message>
    <message>
        <source>Call the customer</source>
        <translation>请联系客户</translation>
    </message>
    <message>
        <source>What was said (needed when the customer postpones)</source>
        <translation>通话内容（客户推迟时必填）</translation>
    </message>
    <message>
        <source>Reached the customer</source>
        <translation>已联系上客户</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>Customer postpones</source>
        <translation>客户要求推迟</translation>
    </message>
    <message>
        <source>reached %1</source>
        <translation>%1 已联系上</translation>
    </message>
    <message>
        <source>Agree the time</source>
        <translation>约定时间</translation>
    </message>
    <message>
        <source>City: an exact time. The customer&apos;s wish comes first; write it down at once.</source>
        <translation>城区：约定具体时间。以客户要求为准，立即登记。</translation>
    </message>
    <message>
        <source>Countryside: morning or afternoon. The customer&apos;s wish comes first; write it down at once.</source>
        <translation>农村：约定上午或下午。以客户要求为准，立即登记。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Agreed with</source>
        <translation>预约人</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>First call the customer.</source>
        <translation>请先联系客户。</translation>
    </message>
    <message>
        <source>Late? Tell the customer before the time</source>
        <translation>要晚到？请在约定时间前告知客户</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Later by</source>
        <translation>晚到</translation>
    </message>
    <message>
        <source>Reason told to the customer</source>
        <translation>向客户说明的原因</translation>
    </message>
    <message>
        <source>Customer agrees</source>
        <translation>客户同意</translation>
    </message>
    <message>
        <source>Customer wants another day</source>
        <translation>客户要求另约</translation>
    </message>
    <message>
        <source>told %1</source>
        <translation>%1 已告知</translation>
    </message>
    <message>
        <source>At the address</source>
        <translation>到达现场</translation>
    </message>
    <message>
        <source>The time of arrival is recorded now. More than 10 minutes early or late needs a reason.</source>
        <translation>现在记录到达时间。提前或迟到超过 10 分钟须说明原因。</translation>
    </message>
    <message>
        <source>Reason, if you are early or late</source>
        <translation>提前或迟到的原因</translation>
    </message>
    <message>
        <source>Who opened?</source>
        <translation>谁开的门？</translation>
    </message>
    <message>
        <source>Go in only when an adult agrees. A child alone: stay outside and call the person who booked.</source>
        <translation>须有成年人同意方可入户。只有未成年人在家：请在门外等候并联系预约人。</translation>
    </message>
    <message>
        <source>The call to the person who booked, and its result</source>
        <translation>与预约人的通话及结果</translation>
    </message>
    <message>
        <source>Not let in: I wait</source>
        <translation>未入户：等待</translation>
    </message>
    <message>
        <source>Not let in: new appointment</source>
        <translation>未入户：另约</translation>
    </message>
    <message>
        <source>The customer&apos;s time could not be taken</source>
        <translation>未能采用客户提出的时间</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>未采用的原因</translation>
    </message>
    <message>
        <source>If the customer puts it off, write down why and say: %1</source>
        <translation>客户要求推迟时，请记下原因并说：%1</translation>
    </message>
</context>
<context>
    <name>ruhu::installer::WorkPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Choose a ticket</source>
        <translation>请选择工单</translation>
    </message>
    <message>
        <source>Your tickets of today stand on the left, in the order of the visits.</source>
        <translation>今日工单在左侧，按上门顺序排列。</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Work order of this ticket</source>
        <translation>此工单的服务单</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>今日 %1</translation>
    </message>
    <message>
        <source>No ticket matches the filter.</source>
        <translation>没有符合筛选条件的工单。</translation>
    </message>
    <message>
        <source>No tickets for today.</source>
        <translation>今天没有工单。</translation>
    </message>
    <message>
        <source>No tickets yet.</source>
        <translation>还没有工单。</translation>
    </message>
    <message>
        <source>Change password …</source>
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Unlock with a number …</source>
        <translation>用数字解锁…</translation>
    </message>
    <message>
        <source>Where I am signed in …</source>
        <translation>我的登录…</translation>
    </message>
</context>
<context>
    <name>ruhu::presentation::Tr</name>
    <message>
        <source>To be contacted since %1</source>
        <translation>%1 起待联系</translation>
    </message>
    <message>
        <source>Booked %1</source>
        <translation>%1 已预约</translation>
    </message>
    <message>
        <source>Ready to go %1</source>
        <translation>%1 准备完毕</translation>
    </message>
    <message>
        <source>Left %1</source>
        <translation>%1 出发</translation>
    </message>
    <message>
        <source>Arrived %1</source>
        <translation>%1 到达</translation>
    </message>
    <message>
        <source>Let in %1</source>
        <translation>%1 已入户</translation>
    </message>
    <message>
        <source>Work started %1</source>
        <translation>%1 开始施工</translation>
    </message>
    <message>
        <source>Work and tests finished %1</source>
        <translation>%1 施工测试完成</translation>
    </message>
    <message>
        <source>Cleaned up %1</source>
        <translation>%1 清理完毕</translation>
    </message>
    <message>
        <source>Handed over %1</source>
        <translation>%1 已交付</translation>
    </message>
    <message>
        <source>Signed off %1</source>
        <translation>%1 已签字</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>%1 已完成</translation>
    </message>
    <message>
        <source>Cancelled %1</source>
        <translation>%1 已取消</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>fact: what was said</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Arrived %1, on time</source>
        <translation>%1 到达，准时</translation>
    </message>
    <message numerus="yes">
        <source>Arrived %1, %n minutes early</source>
        <translation>
            <numerusform>%1 到达，提前%n分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arrived %1, %n minutes late</source>
        <translation>
            <numerusform>%1 到达，迟到%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Order %1 taken</source>
        <translation>受理订单 %1</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>派给%1</translation>
    </message>
    <message>
        <source>The office moved the visit to %1</source>
        <translation>后台将上门时间改为%1</translation>
    </message>
    <message>
        <source>Cancelled by the office</source>
        <translation>后台取消</translation>
    </message>
    <message>
        <source>Customer reached by telephone</source>
        <translation>已电话联系上客户</translation>
    </message>
    <message>
        <source>Customer did not answer</source>
        <translation>客户未接听</translation>
    </message>
    <message>
        <source>Customer postpones</source>
        <translation>客户要求推迟</translation>
    </message>
    <message>
        <source>Booked for %1 with %2</source>
        <translation>与%2约定%1</translation>
    </message>
    <message numerus="yes">
        <source>Told the customer: %n minutes later, accepted</source>
        <translation>
            <numerusform>已告知客户晚到%n分钟，客户同意</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Told the customer: %n minutes later, not accepted</source>
        <translation>
            <numerusform>已告知客户晚到%n分钟，客户不同意</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting outside</source>
        <translation>门外等候</translation>
    </message>
    <message>
        <source>to be booked again</source>
        <translation>需重新预约</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1：已完成</translation>
    </message>
    <message numerus="yes">
        <source>%n steps confirmed together</source>
        <translation>
            <numerusform>一并确认%n个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, %1</source>
        <translation>跳过，%1</translation>
    </message>
    <message>
        <source>Photo: %1</source>
        <translation>照片：%1</translation>
    </message>
    <message>
        <source>Moved with the customer&apos;s consent: %1</source>
        <translation>经客户同意移动：%1</translation>
    </message>
    <message>
        <source>Moved: %1</source>
        <translation>移动：%1</translation>
    </message>
    <message>
        <source>A moved thing is back in its place</source>
        <translation>一件移动物品已放回原处</translation>
    </message>
    <message>
        <source>Rating, %1</source>
        <translation>评价，%1</translation>
    </message>
    <message>
        <source>Customer signed: %1</source>
        <translation>客户签字：%1</translation>
    </message>
    <message>
        <source>Technician signed: %1</source>
        <translation>装维工程师签字：%1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>Note on %1: %2</source>
        <translation>“%1”的备注：%2</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message numerus="yes">
        <source>%n comments on steps</source>
        <translation>
            <numerusform>%n条步骤意见</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry of a newer program (%1)</source>
        <translation>新版本程序的记录（%1）</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>%1, morning</source>
        <translation>%1 上午</translation>
    </message>
    <message>
        <source>%1, afternoon</source>
        <translation>%1 下午</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from, until</comment>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>未设限值</translation>
    </message>
    <message>
        <source>should be %1</source>
        <translation>建议%1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1小时%2分</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>Your work is safe on this laptop.</source>
        <translation>您的工作已安全保存在本机。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动任何内容。</translation>
    </message>
    <message>
        <source>What was stored before is still there.</source>
        <translation>之前入库的内容仍在。</translation>
    </message>
    <message>
        <source>The entry is kept with its full history.</source>
        <translation>该条记录及其全部历史都已保留。</translation>
    </message>
    <message>
        <source>This was not found.</source>
        <translation>没有找到所需内容。</translation>
    </message>
    <message>
        <source>Check the name or the folder and try again.</source>
        <translation>请核对名称或文件夹后重试。</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime.</source>
        <translation>在此期间其他人已作了改动。</translation>
    </message>
    <message>
        <source>Open it again, look at what is new and repeat your act.</source>
        <translation>请重新打开，查看最新内容后再操作一次。</translation>
    </message>
    <message>
        <source>This cannot be used as it is.</source>
        <translation>内容不符合要求，无法使用。</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>请更正后重试。</translation>
    </message>
    <message>
        <source>You may not do this with this sign-in.</source>
        <translation>当前登录账号无权执行此操作。</translation>
    </message>
    <message>
        <source>Check the password, or ask your supervisor for the right.</source>
        <translation>请检查密码，或请班长开通权限。</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>尚未登录。</translation>
    </message>
    <message>
        <source>Sign in and try again.</source>
        <translation>请登录后重试。</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>无法连接服务器。</translation>
    </message>
    <message>
        <source>Go on working; it will be sent when the network is back.</source>
        <translation>请继续工作，网络恢复后会自动上传。</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>服务器未能及时响应。</translation>
    </message>
    <message>
        <source>Go on working; it will be tried again by itself.</source>
        <translation>请继续工作，系统会自动重试。</translation>
    </message>
    <message>
        <source>Another program is using this at the moment.</source>
        <translation>另一个程序正在使用此数据。</translation>
    </message>
    <message>
        <source>Close the other window of Ruhu, or try again in a moment.</source>
        <translation>请关闭本程序的另一个窗口，或稍后再试。</translation>
    </message>
    <message>
        <source>The server could not do its part.</source>
        <translation>服务器暂时无法处理。</translation>
    </message>
    <message>
        <source>It will be tried again by itself. If it lasts, tell your supervisor.</source>
        <translation>系统会自动重试；如持续出现，请告知班长。</translation>
    </message>
    <message>
        <source>The answer was not in a form this program knows.</source>
        <translation>返回的内容本程序无法识别。</translation>
    </message>
    <message>
        <source>Check that this network is not behind a login page, then update Ruhu.</source>
        <translation>请确认当前网络无需网页登录，然后更新本程序。</translation>
    </message>
    <message>
        <source>The server could not prove who it is.</source>
        <translation>无法确认服务器的身份。</translation>
    </message>
    <message>
        <source>Nothing was sent. Check date and network; if it lasts, tell the office.</source>
        <translation>没有上传任何内容。请检查日期和网络；如持续出现，请告知后台。</translation>
    </message>
    <message>
        <source>This is too large to be taken.</source>
        <translation>内容过大，无法接收。</translation>
    </message>
    <message>
        <source>Choose a smaller one, for example a photo of less than 12 MB.</source>
        <translation>请换小一些的，例如小于12 MB的照片。</translation>
    </message>
    <message>
        <source>The disk is full, so this was not kept.</source>
        <translation>磁盘已满，这一项没有保存。</translation>
    </message>
    <message>
        <source>Free some space, then do it once more.</source>
        <translation>请清理磁盘空间，然后再操作一次。</translation>
    </message>
    <message>
        <source>This place cannot be written to.</source>
        <translation>此位置无法写入。</translation>
    </message>
    <message>
        <source>A file on this laptop is damaged.</source>
        <translation>本机上的一个文件已损坏。</translation>
    </message>
    <message>
        <source>Do not delete anything. Call the office; they can recover it with you.</source>
        <translation>请勿删除任何内容，联系后台协助恢复。</translation>
    </message>
    <message>
        <source>This was made by a newer version of Ruhu.</source>
        <translation>该内容由新版本程序生成。</translation>
    </message>
    <message>
        <source>Update Ruhu and open it again.</source>
        <translation>请更新本程序后再打开。</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>操作在完成前已停止。</translation>
    </message>
    <message>
        <source>Start it again when you want it.</source>
        <translation>需要时请重新开始。</translation>
    </message>
    <message>
        <source>Something went wrong that Ruhu did not expect.</source>
        <translation>出现了程序未预料到的情况。</translation>
    </message>
    <message>
        <source>Try once more. If it happens again, tell the office the code.</source>
        <translation>请再试一次；如再次出现，请把代码告知后台。</translation>
    </message>
    <message>
        <source>The server misses entries that came before.</source>
        <translation>服务器缺少之前的记录。</translation>
    </message>
    <message>
        <source>They are sent again by themselves.</source>
        <translation>系统会自动补传。</translation>
    </message>
    <message>
        <source>The server holds other entries of this laptop than this laptop does.</source>
        <translation>服务器上本机的记录与本机不一致。</translation>
    </message>
    <message>
        <source>Tell the office: this laptop may have been restored from an old copy.</source>
        <translation>请告知后台：本机可能由旧备份恢复过。</translation>
    </message>
    <message>
        <source>The chain of entries does not fit together.</source>
        <translation>记录链前后不一致。</translation>
    </message>
    <message>
        <source>Tell the office; they check it together with you.</source>
        <translation>请告知后台，由后台与您一起核对。</translation>
    </message>
    <message>
        <source>This laptop was blocked by the office.</source>
        <translation>本机已被后台停用。</translation>
    </message>
    <message>
        <source>Call the office to have it allowed again.</source>
        <translation>请联系后台重新启用。</translation>
    </message>
    <message>
        <source>Your account is switched off.</source>
        <translation>您的账号已停用。</translation>
    </message>
    <message>
        <source>Call your supervisor.</source>
        <translation>请联系班长。</translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>登录名或密码不正确。</translation>
    </message>
    <message>
        <source>Type it once more; mind capital letters.</source>
        <translation>请重新输入，注意大小写。</translation>
    </message>
    <message>
        <source>The one-time code is not right or was used already.</source>
        <translation>一次性验证码不正确或已使用。</translation>
    </message>
    <message>
        <source>Ask the office for a new code.</source>
        <translation>请向后台申请新的一次性验证码。</translation>
    </message>
    <message>
        <source>Your sign-in at the server has ended.</source>
        <translation>登录已过期。</translation>
    </message>
    <message>
        <source>Sign in again to send your work.</source>
        <translation>请重新登录以便上传。</translation>
    </message>
    <message>
        <source>The server does not know this request.</source>
        <translation>服务器不支持此请求。</translation>
    </message>
    <message>
        <source>Check the server address; one of the two may need an update.</source>
        <translation>请检查服务器地址；程序或服务器可能需要更新。</translation>
    </message>
    <message>
        <source>The server could not read what was sent.</source>
        <translation>服务器无法读取所上传的内容。</translation>
    </message>
    <message>
        <source>Update Ruhu. If it lasts, tell the office the code.</source>
        <translation>请更新本程序；如持续出现，请把代码告知后台。</translation>
    </message>
    <message>
        <source>The server needs a newer version of Ruhu.</source>
        <translation>服务器要求使用新版本程序。</translation>
    </message>
    <message>
        <source>Update Ruhu, then it will be sent.</source>
        <translation>请更新本程序，之后会自动上传。</translation>
    </message>
    <message>
        <source>There were too many wrong tries.</source>
        <translation>错误次数过多。</translation>
    </message>
    <message>
        <source>The office could not read an entry.</source>
        <translation>后台无法读取某条记录。</translation>
    </message>
    <message>
        <source>Tell your supervisor; the entry can be looked at as it is.</source>
        <translation>请告知班长，可查看该记录原文。</translation>
    </message>
    <message>
        <source>An entry was there already with other content.</source>
        <translation>有一条记录在后台已存在，但内容不同。</translation>
    </message>
    <message>
        <source>Tell your supervisor.</source>
        <translation>请告知班长。</translation>
    </message>
    <message>
        <source>An entry carries another name than this sign-in.</source>
        <translation>有一条记录的操作人与登录账号不符。</translation>
    </message>
    <message>
        <source>Tell your supervisor who worked on this laptop.</source>
        <translation>请告知班长当时由谁使用本机。</translation>
    </message>
    <message>
        <source>An entry needs another role than yours.</source>
        <translation>有一条记录须由其他角色操作。</translation>
    </message>
    <message>
        <source>An entry belongs to a ticket the office does not know.</source>
        <translation>有一条记录所属的工单在后台不存在。</translation>
    </message>
    <message>
        <source>Tell your supervisor the ticket number.</source>
        <translation>请把工单号告知班长。</translation>
    </message>
    <message>
        <source>The ticket was given to somebody else.</source>
        <translation>该工单已改派他人。</translation>
    </message>
    <message>
        <source>Your entries are kept. Ask the office who goes on.</source>
        <translation>您的记录已保留，请向后台确认由谁继续。</translation>
    </message>
    <message>
        <source>Left from earlier days</source>
        <translation>前几日未完成</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>上午</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>下午</translation>
    </message>
    <message>
        <source>No time yet</source>
        <translation>未约时间</translation>
    </message>
    <message>
        <source>Later days</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>%1 late</source>
        <comment>behind the agreed time</comment>
        <translation>已晚%1</translation>
    </message>
    <message>
        <source>Time to leave: %1 left</source>
        <translation>该出发了：还剩%1</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>无疑点</translation>
    </message>
    <message>
        <source>Update Ruhu to go on</source>
        <translation>请更新本程序后继续</translation>
    </message>
    <message>
        <source>Returned: see the comments</source>
        <translation>已退回：请看意见</translation>
    </message>
    <message>
        <source>The promised date has passed</source>
        <translation>已超过承诺时间</translation>
    </message>
    <message>
        <source>Call the customer</source>
        <translation>请联系客户</translation>
    </message>
    <message>
        <source>To contact</source>
        <translation>待联系</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation>已准备</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>已到达</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>已入户</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>施工中</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>已测试</translation>
    </message>
    <message>
        <source>Cleaned up</source>
        <translation>已清理</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>已签字</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Fibre</source>
        <translation>光纤</translation>
    </message>
    <message>
        <source>LAN cable</source>
        <translation>网线（LAN）</translation>
    </message>
    <message>
        <source>Telephone line (DSL)</source>
        <translation>电话线（DSL）</translation>
    </message>
    <message>
        <source>Broadband</source>
        <translation>宽带</translation>
    </message>
    <message>
        <source>Television</source>
        <translation>电视</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Home Wi-Fi</source>
        <translation>家庭Wi-Fi</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金牌</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城区</translation>
    </message>
    <message>
        <source>Countryside</source>
        <translation>农村</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>装维工程师</translation>
    </message>
    <message>
        <source>No limit set</source>
        <translation>未设限值</translation>
    </message>
    <message>
        <source>Within limits</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Near the limit</source>
        <translation>接近限值</translation>
    </message>
    <message>
        <source>Out of limits</source>
        <translation>超限</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>No rating wanted</source>
        <translation>不愿评价</translation>
    </message>
    <message>
        <source>Customer opened</source>
        <translation>客户本人开门</translation>
    </message>
    <message>
        <source>Another adult opened</source>
        <translation>其他成年人开门</translation>
    </message>
    <message>
        <source>Only a minor at home</source>
        <translation>只有未成年人在家</translation>
    </message>
    <message>
        <source>Nobody at home</source>
        <translation>无人在家</translation>
    </message>
    <message>
        <source>Customer did not let us in</source>
        <translation>客户不同意入户</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message numerus="yes">
        <source>Arrived %n minutes early.</source>
        <translation>
            <numerusform>提前%n分钟到达。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arrived %n minutes late.</source>
        <translation>
            <numerusform>迟到%n分钟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The customer was not told before that the visit would be %n minutes late.</source>
        <translation>
            <numerusform>未提前告知客户将晚到%n分钟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The appointment was written down %n minutes after the call.</source>
        <translation>
            <numerusform>通话%n分钟后才登记预约。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is out of limits: %2.</source>
        <translation>%1超限：%2。</translation>
    </message>
    <message>
        <source>%1 is near the limit: %2.</source>
        <translation>%1接近限值：%2。</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>已跳过：%1。</translation>
    </message>
    <message>
        <source>Photo missing: %1.</source>
        <translation>缺少照片：%1。</translation>
    </message>
    <message numerus="yes">
        <source>Few strokes (%n) in %1.</source>
        <translation>
            <numerusform>%1笔画过少（%n笔）。</numerusform>
        </translation>
    </message>
    <message>
        <source>The work order was changed after the customer had signed.</source>
        <translation>客户签字后服务单又有改动。</translation>
    </message>
    <message numerus="yes">
        <source>The laptop&apos;s clock was set back by %n seconds.</source>
        <translation>
            <numerusform>笔记本时钟被拨慢%n秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>The laptop&apos;s clock was set back by %1.</source>
        <translation>笔记本时钟被拨慢%1。</translation>
    </message>
    <message>
        <source>The customer is not satisfied.</source>
        <translation>客户不满意。</translation>
    </message>
    <message>
        <source>Not let in.</source>
        <translation>未能入户。</translation>
    </message>
    <message>
        <source>Not let in: %1.</source>
        <translation>未能入户：%1。</translation>
    </message>
    <message>
        <source>Passed over without a record: %1.</source>
        <translation>未作记录即越过：%1。</translation>
    </message>
    <message>
        <source>There is an entry of a newer program (%1). Update Ruhu to read it.</source>
        <translation>有一条新版本程序的记录（%1），请更新本程序后查看。</translation>
    </message>
    <message>
        <source>Something to look at (%1).</source>
        <translation>需要关注（%1）。</translation>
    </message>
    <message>
        <source>Not possible now: another stage is open.</source>
        <translation>现在不能操作：当前处于其他环节。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>您的角色无权执行此操作。</translation>
    </message>
    <message>
        <source>This ticket is assigned to somebody else.</source>
        <translation>该工单派给了其他人。</translation>
    </message>
    <message>
        <source>The office cancelled this ticket.</source>
        <translation>后台已取消该工单。</translation>
    </message>
    <message>
        <source>This is done already.</source>
        <translation>这一项已经完成。</translation>
    </message>
    <message>
        <source>Done already: %1.</source>
        <translation>已经完成：%1。</translation>
    </message>
    <message>
        <source>This ticket has entries of a newer program. Update Ruhu first.</source>
        <translation>该工单含有新版本程序的记录，请先更新本程序。</translation>
    </message>
    <message>
        <source>The checklist of this ticket has no such step.</source>
        <translation>该工单的检查表没有这个步骤。</translation>
    </message>
    <message>
        <source>The checklist of this ticket has no such reading.</source>
        <translation>该工单的检查表没有这项测量。</translation>
    </message>
    <message>
        <source>This step is answered in another way.</source>
        <translation>该步骤需用其他方式填写。</translation>
    </message>
    <message>
        <source>“%1” is answered in another way.</source>
        <translation>“%1”需用其他方式填写。</translation>
    </message>
    <message>
        <source>This step does not belong to this ticket.</source>
        <translation>该步骤不适用于此工单。</translation>
    </message>
    <message>
        <source>“%1” does not belong to this ticket.</source>
        <translation>“%1”不适用于此工单。</translation>
    </message>
    <message>
        <source>This step must be confirmed by itself.</source>
        <translation>该步骤必须单独确认。</translation>
    </message>
    <message>
        <source>“%1” must be confirmed by itself.</source>
        <translation>“%1”必须单独确认。</translation>
    </message>
    <message>
        <source>This answer is not one of the choices.</source>
        <translation>该答案不在选项中。</translation>
    </message>
    <message>
        <source>This answer is not one of the choices of “%1”.</source>
        <translation>该答案不在“%1”的选项中。</translation>
    </message>
    <message>
        <source>Choose an answer first.</source>
        <translation>请先选择答案。</translation>
    </message>
    <message>
        <source>Choose an answer for “%1”.</source>
        <translation>请为“%1”选择答案。</translation>
    </message>
    <message>
        <source>Write a note: what was said, what was found.</source>
        <translation>请写备注：说了什么，发现什么。</translation>
    </message>
    <message>
        <source>Write a note for “%1”.</source>
        <translation>请为“%1”写备注。</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>请先填写内容。</translation>
    </message>
    <message>
        <source>Write something for “%1”.</source>
        <translation>请填写“%1”。</translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation>请填写原因。</translation>
    </message>
    <message>
        <source>Write the reason for “%1”.</source>
        <translation>请填写“%1”的原因。</translation>
    </message>
    <message>
        <source>This step cannot be left out.</source>
        <translation>该步骤不能跳过。</translation>
    </message>
    <message>
        <source>“%1” cannot be left out.</source>
        <translation>“%1”不能跳过。</translation>
    </message>
    <message>
        <source>Some steps are still open.</source>
        <translation>还有步骤未完成。</translation>
    </message>
    <message>
        <source>Still open: %1.</source>
        <translation>尚未完成：%1。</translation>
    </message>
    <message>
        <source>Call the customer first and record that you reached them.</source>
        <translation>请先联系客户，并登记已联系上。</translation>
    </message>
    <message>
        <source>This time cannot be booked: in the city an hour still to come, in the countryside half a day.</source>
        <translation>该时间不能预约：城区约具体时间且不早于现在，农村约半天。</translation>
    </message>
    <message>
        <source>Write down who agreed and their phone number.</source>
        <translation>请登记预约人和电话。</translation>
    </message>
    <message>
        <source>You are not at the agreed time. Write the reason.</source>
        <translation>未按约定时间到达，请填写原因。</translation>
    </message>
    <message>
        <source>An adult must let you in first.</source>
        <translation>须先经成年人同意入户。</translation>
    </message>
    <message>
        <source>Stay outside, call the person of the appointment and record whether you wait or book again.</source>
        <translation>请留在门外，联系预约人，并登记等候还是重新预约。</translation>
    </message>
    <message>
        <source>The agreed time has begun; a delay is told before. Give the reason when you arrive.</source>
        <translation>约定时间已到，晚到须提前告知；请在到达时填写原因。</translation>
    </message>
    <message>
        <source>This number is not possible. Check what you typed.</source>
        <translation>数值不合理，请检查输入。</translation>
    </message>
    <message>
        <source>No meter shows this for “%1”. Check what you typed.</source>
        <translation>“%1”不可能是这个数值，请检查输入。</translation>
    </message>
    <message>
        <source>The reading is out of limits. Write the reason.</source>
        <translation>测量值超限，请填写原因。</translation>
    </message>
    <message>
        <source>“%1” is out of limits. Write the reason.</source>
        <translation>“%1”超限，请填写原因。</translation>
    </message>
    <message>
        <source>Ask the customer before you move anything.</source>
        <translation>移动物品前请先征得客户同意。</translation>
    </message>
    <message>
        <source>This thing is not on the list of moved things.</source>
        <translation>移动物品清单中没有这件物品。</translation>
    </message>
    <message>
        <source>This thing is on the list already.</source>
        <translation>该物品已在清单中。</translation>
    </message>
    <message>
        <source>On the list already: %1.</source>
        <translation>已在清单中：%1。</translation>
    </message>
    <message>
        <source>Moved things are not back in their place.</source>
        <translation>移动的物品还没有放回原处。</translation>
    </message>
    <message>
        <source>Not back in its place: %1.</source>
        <translation>尚未放回原处：%1。</translation>
    </message>
    <message>
        <source>This picture cannot be used. Take a JPEG or PNG of less than 12 MB.</source>
        <translation>这张图片无法使用，请用小于12 MB的JPEG或PNG。</translation>
    </message>
    <message>
        <source>Ask the customer for a rating first.</source>
        <translation>请先请客户评价。</translation>
    </message>
    <message>
        <source>A signature is missing.</source>
        <translation>缺少签名。</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>缺少：%1。</translation>
    </message>
    <message>
        <source>Something was changed after the signature. Please sign again.</source>
        <translation>签字后内容有改动，请重新签字。</translation>
    </message>
    <message>
        <source>%1: something was changed afterwards. Please sign again.</source>
        <translation>%1之后内容有改动，请重新签字。</translation>
    </message>
    <message>
        <source>There is no signature on the pad yet.</source>
        <translation>签名板上还没有签名。</translation>
    </message>
    <message>
        <source>The work order changed while it was shown. Show it again, then sign.</source>
        <translation>展示期间服务单有改动，请重新展示后再签字。</translation>
    </message>
    <message>
        <source>Write what has to be corrected.</source>
        <translation>请写明需要更正的内容。</translation>
    </message>
    <message>
        <source>Write what has to be corrected at “%1”.</source>
        <translation>请写明“%1”需要更正的内容。</translation>
    </message>
    <message>
        <source>This ticket is not signed off, so there is nothing to review.</source>
        <translation>该工单尚未签字，没有可审核的内容。</translation>
    </message>
    <message numerus="yes">
        <source>You are %n minutes late. Write the reason.</source>
        <translation>
            <numerusform>您迟到了%n分钟，请填写原因。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are %n minutes early. Write the reason.</source>
        <translation>
            <numerusform>您提前了%n分钟，请填写原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not possible now. The ticket is at: %1.</source>
        <translation>现在不能操作，工单状态：%1。</translation>
    </message>
    <message>
        <source>Between %1 and %2.</source>
        <translation>应在%1至%2之间。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1等，另有%n项</numerusform>
        </translation>
    </message>
    <message>
        <source>the customer&apos;s rating</source>
        <translation>客户评价</translation>
    </message>
    <message>
        <source>the customer&apos;s signature</source>
        <translation>客户签名</translation>
    </message>
    <message>
        <source>the technician&apos;s signature</source>
        <translation>装维工程师签名</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>放回原处：%1</translation>
    </message>
    <message>
        <source>Ask the customer for a rating</source>
        <translation>请客户评价</translation>
    </message>
    <message>
        <source>The customer signs again, something was changed</source>
        <translation>内容有改动，请客户重新签字</translation>
    </message>
    <message>
        <source>The customer signs</source>
        <translation>请客户签字</translation>
    </message>
    <message>
        <source>You sign again, something was changed</source>
        <translation>内容有改动，请您重新签字</translation>
    </message>
    <message>
        <source>You sign</source>
        <translation>请您签字</translation>
    </message>
    <message>
        <source>Hello, am I speaking with %1? I am the engineer for your home broadband.</source>
        <translation>您好，请问是%1吗？我是负责您家宽带的工程师。</translation>
    </message>
    <message>
        <source>Hello, am I speaking with %1? I am %2, the engineer for your home broadband.</source>
        <translation>您好，请问是%1吗？我是负责您家宽带的工程师%2。</translation>
    </message>
    <message>
        <source>Which day and what time suit you?</source>
        <translation>请问您哪天几点方便？</translation>
    </message>
    <message>
        <source>Which day suits you, and rather the morning or the afternoon?</source>
        <translation>请问您哪天方便，上午还是下午？</translation>
    </message>
    <message>
        <source>Please let an adult be at home and have your ID and a free socket at hand.</source>
        <translation>到时请留一位成年人在家，并备好证件和空闲电源插座。</translation>
    </message>
    <message>
        <source>Good: I will be with you as agreed, %1. Goodbye.</source>
        <translation>好的，我会按约定在%1准时到您家，再见。</translation>
    </message>
    <message>
        <source>Good: I will be with you on time as agreed. Goodbye.</source>
        <translation>好的，我会按约定的时间准时到您家，再见。</translation>
    </message>
    <message>
        <source>No network since %1 — working on</source>
        <translation>%1起无网络，照常工作</translation>
    </message>
    <message>
        <source>No network since %1.</source>
        <translation>%1起无网络。</translation>
    </message>
    <message>
        <source>Nobody has to do anything; it is sent when the network is back.</source>
        <translation>无需处理，网络恢复后自动上传。</translation>
    </message>
    <message>
        <source>Sign in again to send</source>
        <translation>请重新登录以便上传</translation>
    </message>
    <message>
        <source>Sign in again with a connection.</source>
        <translation>请在有网络时重新登录。</translation>
    </message>
    <message>
        <source>Server in trouble since %1 — working on</source>
        <translation>%1起服务器异常，照常工作</translation>
    </message>
    <message>
        <source>The server does not answer as it should since %1.</source>
        <translation>%1起服务器响应异常。</translation>
    </message>
    <message>
        <source>The office must look after the server; Ruhu keeps trying.</source>
        <translation>需后台处理服务器，程序会一直重试。</translation>
    </message>
    <message>
        <source>Update Ruhu to send</source>
        <translation>请更新本程序以便上传</translation>
    </message>
    <message>
        <source>Update Ruhu or ask the office to do it.</source>
        <translation>请更新本程序，或请后台协助更新。</translation>
    </message>
    <message>
        <source>Laptop blocked — call the office</source>
        <translation>本机已停用，请联系后台</translation>
    </message>
    <message>
        <source>The office blocked this laptop.</source>
        <translation>后台已停用本机。</translation>
    </message>
    <message>
        <source>Call the office; they can allow it again or take over your work.</source>
        <translation>请联系后台，可重新启用或接收您的工作。</translation>
    </message>
    <message>
        <source>Server not trusted — nothing sent</source>
        <translation>无法确认服务器身份，未上传</translation>
    </message>
    <message>
        <source>The server could not prove who it is, so nothing was sent.</source>
        <translation>无法确认服务器身份，因此没有上传任何内容。</translation>
    </message>
    <message>
        <source>Check the date of this laptop and the network, then tell the office.</source>
        <translation>请检查本机日期和网络，然后告知后台。</translation>
    </message>
    <message>
        <source>Disk full — free some space</source>
        <translation>磁盘已满，请清理</translation>
    </message>
    <message>
        <source>The disk of this laptop is full.</source>
        <translation>本机磁盘已满。</translation>
    </message>
    <message>
        <source>Free some space; then it goes on by itself.</source>
        <translation>清理磁盘后会自动继续。</translation>
    </message>
    <message>
        <source>Store damaged — call the office</source>
        <translation>数据已损坏，请联系后台</translation>
    </message>
    <message>
        <source>The store on this laptop is damaged.</source>
        <translation>本机数据已损坏。</translation>
    </message>
    <message>
        <source>Do not delete anything and call the office.</source>
        <translation>请勿删除任何内容，并联系后台。</translation>
    </message>
    <message>
        <source>All stored %1</source>
        <translation>全部入库 %1</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>没有待上传</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos and signatures (%1)</source>
        <translation>
            <numerusform>%n个照片和签名（%1）</numerusform>
        </translation>
    </message>
    <message>
        <source>Not on the server yet: %1.</source>
        <translation>尚未入库：%1。</translation>
    </message>
    <message>
        <source>It is being tried again now.</source>
        <translation>正在重试。</translation>
    </message>
    <message>
        <source>Next try %1.</source>
        <translation>下次重试：%1。</translation>
    </message>
    <message numerus="yes">
        <source>The office could not take %n entries; your supervisor decides.</source>
        <translation>
            <numerusform>后台未能接收%n条记录，由班长处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending, %n to go</source>
        <translation>
            <numerusform>上传中，剩%n项</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>上传中</translation>
    </message>
    <message>
        <source>Fetching what is new</source>
        <translation>正在获取更新</translation>
    </message>
    <message numerus="yes">
        <source>Needs you (%n)</source>
        <translation>
            <numerusform>需要处理（%n）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n项等待上传</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything was stored %1.</source>
        <translation>%1全部入库。</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>没有待上传的内容。</translation>
    </message>
    <message>
        <source>Refused (ask your supervisor)</source>
        <translation>被拒绝（请询问班长）</translation>
    </message>
    <message>
        <source>Refused (%1)</source>
        <translation>被拒绝（%1）</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Kept on this laptop</source>
        <translation>已存本机</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待上传</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已入库</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>answer, time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2 · %3</source>
        <comment>step, caption, time</comment>
        <translation>%1：%2 · %3</translation>
    </message>
    <message>
        <source>Signed for this content.</source>
        <translation>签名对应本单内容。</translation>
    </message>
    <message>
        <source>Signed before the correction of %1.</source>
        <translation>签名早于%1的更正。</translation>
    </message>
    <message>
        <source>Signed before a later correction.</source>
        <translation>签名早于之后的更正。</translation>
    </message>
    <message>
        <source>Not signed yet.</source>
        <translation>尚未签字。</translation>
    </message>
    <message>
        <source>Home broadband service</source>
        <translation>家庭宽带服务</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>服务单</translation>
    </message>
    <message>
        <source>Service telephone 10010</source>
        <translation>服务热线 10010</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Content hash %1</source>
        <translation>内容校验值 %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>%1 Mbit/s down, %2 Mbit/s up</source>
        <translation>下行%1 Mbit/s，上行%2 Mbit/s</translation>
    </message>
    <message>
        <source>Reached %1</source>
        <translation>%1 已联系上</translation>
    </message>
    <message>
        <source>No answer %1</source>
        <translation>%1 未接听</translation>
    </message>
    <message>
        <source>Postponed by the customer %1</source>
        <translation>%1 客户要求推迟</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>联系客户</translation>
    </message>
    <message>
        <source>Agreed time</source>
        <translation>约定时间</translation>
    </message>
    <message>
        <source>As the customer wished.</source>
        <translation>按客户要求的时间。</translation>
    </message>
    <message>
        <source>Another time than the customer first wished.</source>
        <translation>与客户最初要求的时间不同。</translation>
    </message>
    <message>
        <source>Agreed with</source>
        <translation>预约人</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, phone</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Delay told</source>
        <translation>晚到告知</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes later, told at %1</source>
        <translation>
            <numerusform>晚到%n分钟，%1告知</numerusform>
        </translation>
    </message>
    <message>
        <source>The customer accepted.</source>
        <translation>客户同意。</translation>
    </message>
    <message>
        <source>The customer did not accept.</source>
        <translation>客户不同意。</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>准时</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes early</source>
        <translation>
            <numerusform>提前%n分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes late</source>
        <translation>
            <numerusform>迟到%n分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photos · %1</source>
        <translation>
            <numerusform>%n张照片 · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>业务类型</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>kind, access</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Subscribed rate</source>
        <translation>签约速率</translation>
    </message>
    <message>
        <source>Broadband account</source>
        <translation>宽带账号</translation>
    </message>
    <message>
        <source>Service tier</source>
        <translation>服务等级</translation>
    </message>
    <message>
        <source>Order taken</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>承诺完成时间</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Returned for correction</source>
        <translation>退回更正</translation>
    </message>
    <message>
        <source>Appointment and arrival</source>
        <translation>预约与到达</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, how far from the agreed one</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>Work started</source>
        <translation>开始施工</translation>
    </message>
    <message>
        <source>Work and tests finished</source>
        <translation>施工测试完成</translation>
    </message>
    <message>
        <source>Checklist: %1</source>
        <translation>检查表：%1</translation>
    </message>
    <message>
        <source>Checklist: other steps</source>
        <translation>检查表：其他步骤</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>Moved things</source>
        <translation>移动物品</translation>
    </message>
    <message>
        <source>Moved %1 with the customer&apos;s consent.</source>
        <translation>%1经客户同意移动。</translation>
    </message>
    <message>
        <source>Moved %1.</source>
        <translation>%1移动。</translation>
    </message>
    <message>
        <source>Back in its place · %1</source>
        <translation>已放回原处 · %1</translation>
    </message>
    <message>
        <source>Not back in its place</source>
        <translation>尚未放回原处</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Customer&apos;s rating</source>
        <translation>客户评价</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>lowest, highest value</comment>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>Limits: %1 (%2).</source>
        <translation>限值：%1（%2）。</translation>
    </message>
    <message>
        <source>Set out</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>Check the address and the network, then try again.</source>
        <translation>请检查地址和网络，然后重试。</translation>
    </message>
    <message>
        <source>Check the address and the certificate file you were given, then try again.</source>
        <translation>请检查地址和发给您的证书文件，然后重试。</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>请过几分钟再试。</translation>
    </message>
    <message>
        <source>It is sent in smaller parts. If it lasts, tell the office the code.</source>
        <translation>系统会分成小份上传；如持续出现，请把代码告知后台。</translation>
    </message>
    <message>
        <source>Wait a little, then try again. The wait grows with every wrong try, from half a minute to an hour.</source>
        <translation>请稍等再试。每输错一次，等待时间都会变长，从半分钟到一小时。</translation>
    </message>
    <message>
        <source>This network wants a sign-in on a web page first.</source>
        <translation>当前网络需先在网页上登录。</translation>
    </message>
    <message>
        <source>Open a browser and sign in to the network, or use another one. Then it is sent by itself.</source>
        <translation>请打开浏览器登录该网络，或换用其他网络，之后会自动上传。</translation>
    </message>
    <message>
        <source>Something between this laptop and the server does not let it through.</source>
        <translation>本机与服务器之间的网络设备不让数据通过。</translation>
    </message>
    <message>
        <source>It will be tried again by itself. If it lasts, use another network or tell the office.</source>
        <translation>系统会自动重试；如持续出现，请换用其他网络或告知后台。</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be read.</source>
        <translation>无法读取服务器的答复。</translation>
    </message>
    <message>
        <source>It will be tried again by itself. If it lasts, tell the office the code.</source>
        <translation>系统会自动重试；如持续出现，请把代码告知后台。</translation>
    </message>
    <message>
        <source>The server did not take a photo or a signature.</source>
        <translation>服务器没有接收某张照片或某个签名。</translation>
    </message>
    <message>
        <source>Tell the office the code. Everything else is sent all the same.</source>
        <translation>请把代码告知后台。其他内容照常上传。</translation>
    </message>
    <message>
        <source>A photo is larger than the 12 MB the server takes.</source>
        <translation>有一张照片超过服务器允许的12 MB。</translation>
    </message>
    <message>
        <source>Attach a smaller photo and tell the office. Everything else is sent all the same.</source>
        <translation>请换一张小一些的照片，并告知后台。其他内容照常上传。</translation>
    </message>
    <message>
        <source>A photo or a signature on this laptop is damaged.</source>
        <translation>本机上的某张照片或某个签名已损坏。</translation>
    </message>
    <message>
        <source>Do not delete anything and call the office. Everything else is sent all the same.</source>
        <translation>请勿删除任何内容，并联系后台。其他内容照常上传。</translation>
    </message>
    <message>
        <source>What the server sent does not fit together and was not taken.</source>
        <translation>服务器发来的内容前后不一致，没有采用。</translation>
    </message>
    <message>
        <source>Tell the office the code. Your own entries are sent all the same.</source>
        <translation>请把代码告知后台。您的记录照常上传。</translation>
    </message>
    <message>
        <source>An entry was laid aside because it cannot be sent.</source>
        <translation>有一条记录无法上传，已单独保留。</translation>
    </message>
    <message>
        <source>Nobody has to do anything; Ruhu keeps trying.</source>
        <translation>无需处理，程序会一直重试。</translation>
    </message>
    <message>
        <source>Not all can be sent — call the office</source>
        <translation>有内容无法上传，请联系后台</translation>
    </message>
    <message>
        <source>Not all can be sent — tell the office</source>
        <translation>有内容无法上传，请告知后台</translation>
    </message>
    <message>
        <source>An entry is larger than the server takes.</source>
        <translation>有一条记录超过服务器允许的大小。</translation>
    </message>
    <message>
        <source>Network wants a web sign-in — working on</source>
        <translation>网络需网页登录，照常工作</translation>
    </message>
    <message>
        <source>Server busy since %1 — working on</source>
        <translation>%1起服务器繁忙，照常工作</translation>
    </message>
    <message>
        <source>The server has too much to do at the moment.</source>
        <translation>服务器目前繁忙。</translation>
    </message>
    <message>
        <source>The disk of the server is full.</source>
        <translation>服务器磁盘已满。</translation>
    </message>
    <message>
        <source>The office must make room there; Ruhu keeps trying.</source>
        <translation>需后台清理服务器，程序会一直重试。</translation>
    </message>
    <message>
        <source>Password not accepted — sign in again</source>
        <translation>密码未通过，请重新登录</translation>
    </message>
    <message>
        <source>The server did not accept your password.</source>
        <translation>服务器没有接受您的密码。</translation>
    </message>
    <message>
        <source>Sign in again with a connection. If it is refused once more, ask the office.</source>
        <translation>请在有网络时重新登录；如再次被拒绝，请询问后台。</translation>
    </message>
    <message>
        <source>Account switched off — call your supervisor</source>
        <translation>账号已停用，请联系班长</translation>
    </message>
    <message>
        <source>Store cannot be written — call the office</source>
        <translation>数据无法写入，请联系后台</translation>
    </message>
    <message>
        <source>The store on this laptop cannot be written to.</source>
        <translation>本机数据无法写入。</translation>
    </message>
    <message>
        <source>Not in order: %1.</source>
        <translation>不符合要求：%1。</translation>
    </message>
    <message>
        <source>Not in order: %1 (%2).</source>
        <comment>step, answer</comment>
        <translation>不符合要求：%1（%2）。</translation>
    </message>
    <message>
        <source>The other person signed with these very strokes. Each signs with their own hand.</source>
        <translation>对方已用同一笔迹签过名，请各自亲笔签名。</translation>
    </message>
    <message>
        <source>The ticket was sent back after you signed. Please sign again.</source>
        <translation>您签名后工单被退回，请重新签名。</translation>
    </message>
    <message>
        <source>You sign again, the ticket was sent back</source>
        <translation>您重新签名（工单被退回）</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>verdict, number</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>A reading is out of its limits. Measure again, or say that it is not mended.</source>
        <translation>有读数超限。请重新测量，或选择未恢复。</translation>
    </message>
    <message>
        <source>“%1” is out of its limits. Measure again, or say that it is not mended.</source>
        <translation>“%1”超限。请重新测量，或选择未恢复。</translation>
    </message>
    <message>
        <source>This is larger than the server takes.</source>
        <translation>内容超过服务器允许的大小。</translation>
    </message>
    <message>
        <source>Given back to the office %1</source>
        <translation>%1 退单</translation>
    </message>
    <message>
        <source>We could not keep the agreed time</source>
        <translation>我方失约</translation>
    </message>
    <message>
        <source>The customer could not keep the agreed time</source>
        <translation>客户失约</translation>
    </message>
    <message>
        <source>Left the site, promised to be back by %1</source>
        <translation>暂离现场，承诺 %1 前返回</translation>
    </message>
    <message>
        <source>Back at the customer %1</source>
        <translation>%1 返回现场</translation>
    </message>
    <message>
        <source>Given back to the office (%1)</source>
        <translation>退单（%1）</translation>
    </message>
    <message>
        <source>Price named and accepted, %1</source>
        <translation>已报价，客户同意，%1</translation>
    </message>
    <message>
        <source>Price named and not accepted, %1</source>
        <translation>已报价，客户不同意，%1</translation>
    </message>
    <message>
        <source>%1 taken, receipt %2</source>
        <translation>已收款 %1，收据 %2</translation>
    </message>
    <message>
        <source>10010 called</source>
        <translation>已代拨10010</translation>
    </message>
    <message>
        <source>Given back to the office</source>
        <translation>已退单</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Wish beyond the order</source>
        <translation>超出工单的要求</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>time limit</comment>
        <translation>%1：%2 前</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>%1 too late</source>
        <translation>已超 %1</translation>
    </message>
    <message>
        <source>figure not verified</source>
        <translation>数值未核实</translation>
    </message>
    <message>
        <source>%1 too late by %2.</source>
        <translation>%1超时 %2。</translation>
    </message>
    <message>
        <source>We did not keep an agreed time.</source>
        <translation>我方失约。</translation>
    </message>
    <message>
        <source>The customer did not keep an agreed time.</source>
        <translation>客户失约。</translation>
    </message>
    <message>
        <source>We broke our word to this customer more than once.</source>
        <translation>对同一客户失约不止一次。</translation>
    </message>
    <message>
        <source>The technician left the site and came back later.</source>
        <translation>工程师曾暂离现场后返回。</translation>
    </message>
    <message>
        <source>The work took %1 without a word about it.</source>
        <translation>施工历时 %1，未作说明。</translation>
    </message>
    <message>
        <source>Given back unfinished: %1.</source>
        <translation>未完工退单：%1。</translation>
    </message>
    <message>
        <source>%1 was taken without a price the customer had accepted.</source>
        <translation>收款 %1，但没有客户同意的报价。</translation>
    </message>
    <message>
        <source>%1 was taken, but %2 had been quoted.</source>
        <translation>实收 %1，报价为 %2。</translation>
    </message>
    <message>
        <source>10010 was not called.</source>
        <translation>未代拨10010。</translation>
    </message>
    <message>
        <source>The customer signed before trying it.</source>
        <translation>客户试用前已签字。</translation>
    </message>
    <message>
        <source>You have left the site. Record that you are back first.</source>
        <translation>您已离开现场，请先登记返回。</translation>
    </message>
    <message>
        <source>You have not left the site.</source>
        <translation>您没有离开现场。</translation>
    </message>
    <message>
        <source>Promise a time that is still to come, within a month.</source>
        <translation>请承诺一个月内的将来时间。</translation>
    </message>
    <message>
        <source>This reason is not in the service code of this ticket.</source>
        <translation>本工单的服务规范中没有这个退单原因。</translation>
    </message>
    <message>
        <source>The checklist does not say so yet.</source>
        <translation>检查表中尚未如此填写。</translation>
    </message>
    <message>
        <source>First answer “%1” accordingly.</source>
        <translation>请先如实填写“%1”。</translation>
    </message>
    <message>
        <source>The customer has not let enough appointments pass for this.</source>
        <translation>客户失约次数还不够，不能按此退单。</translation>
    </message>
    <message>
        <source>Type an amount between 0.01 and 10,000 yuan.</source>
        <translation>请输入 0.01 至 10,000 元之间的金额。</translation>
    </message>
    <message>
        <source>First name the price and let the customer accept it.</source>
        <translation>请先报价并经客户同意。</translation>
    </message>
    <message>
        <source>Take exactly what was quoted, or name a new price first.</source>
        <translation>请按报价收款，或先重新报价。</translation>
    </message>
    <message>
        <source>The promised time has passed. Write the reason.</source>
        <translation>已超过承诺时限，请写明原因。</translation>
    </message>
    <message>
        <source>Price named</source>
        <translation>报价</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>purpose, answer</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Money taken</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>收据 %1</translation>
    </message>
    <message>
        <source>Questions and complaints</source>
        <translation>咨询与投诉</translation>
    </message>
    <message>
        <source>against: %1</source>
        <comment>a rule of conduct</comment>
        <translation>违反：%1</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>常用话术</translation>
    </message>
    <message>
        <source>Service code in brief</source>
        <translation>服务规范口诀卡</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>任何时候</translation>
    </message>
    <message>
        <source>Marked by the supervisor: %1</source>
        <translation>班长标记违反：%1</translation>
    </message>
    <message>
        <source>This service code has no such rule of conduct, or it was marked twice.</source>
        <translation>服务规范中没有这条纪律，或已重复标记。</translation>
    </message>
    <message>
        <source>Conduct</source>
        <translation>纪律</translation>
    </message>
    <message>
        <source>not the customer&apos;s time</source>
        <translation>未采用客户提出的时间</translation>
    </message>
    <message>
        <source>Case %1 opened</source>
        <translation>已建个案%1</translation>
    </message>
    <message>
        <source>Act on a case: %1</source>
        <translation>个案操作：%1</translation>
    </message>
    <message>
        <source>The office does not have the service code of a ticket.</source>
        <translation>后台没有某张工单所用的服务规范。</translation>
    </message>
    <message>
        <source>Tell the office. The ticket can be read meanwhile; all others go on.</source>
        <translation>请告知派单员。该工单可以先查看，其他工单照常进行。</translation>
    </message>
    <message>
        <source>The service code of a ticket came damaged and was not taken.</source>
        <translation>收到的服务规范已损坏，没有采用。</translation>
    </message>
    <message>
        <source>This program cannot read the service code of a ticket.</source>
        <translation>本程序读不了某张工单所用的服务规范。</translation>
    </message>
    <message>
        <source>Update Ruhu or tell the office. The ticket can be read meanwhile; all others go on.</source>
        <translation>请更新入户，或告知派单员。该工单可以先查看，其他工单照常进行。</translation>
    </message>
    <message>
        <source>Promised to be back</source>
        <translation>已承诺返回</translation>
    </message>
    <message>
        <source>Postponed by the customer</source>
        <translation>客户推迟</translation>
    </message>
    <message>
        <source>Back by %1: %2</source>
        <comment>promised time, time left</comment>
        <translation>须在%1前返回：%2</translation>
    </message>
    <message>
        <source>Promised by %1: %2</source>
        <comment>time, time left</comment>
        <translation>承诺%1前完成：%2</translation>
    </message>
    <message>
        <source>Shared with others on the line</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>For this customer alone</source>
        <translation>独享</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tier, the operator&apos;s mark</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The contract ended on %1.</source>
        <translation>合同已于%1到期。</translation>
    </message>
    <message>
        <source>The contract ends on %1.</source>
        <translation>合同将于%1到期。</translation>
    </message>
    <message>
        <source>Another time than the customer wished was agreed.</source>
        <translation>未采用客户提出的时间。</translation>
    </message>
    <message>
        <source>The service code of this ticket is not on this laptop yet. Connect once: it comes by itself.</source>
        <translation>本机还没有此工单所用的服务规范。联网一次，会自动取来。</translation>
    </message>
    <message>
        <source>This kind of case has no such act.</source>
        <translation>此类个案没有这项操作。</translation>
    </message>
    <message>
        <source>This field does not belong here, or it was given twice.</source>
        <translation>此处没有这个字段，或重复填写。</translation>
    </message>
    <message>
        <source>This value does not fit its field. Look it up and give it again.</source>
        <translation>填写的值不合要求，请核对后重填。</translation>
    </message>
    <message>
        <source>What the case says does not allow this now.</source>
        <translation>按个案现有记录，目前不能这样办。</translation>
    </message>
    <message>
        <source>All right. When you are ready, please call 10010 and we will agree a time.</source>
        <translation>好的，等您方便了，请拨打10010告诉我们，我们再约时间，好吗？</translation>
    </message>
    <message>
        <source>A ticket lacks its service code — tell the office</source>
        <translation>有工单缺服务规范，请告知派单员</translation>
    </message>
    <message>
        <source>Reported fault</source>
        <translation>申告故障</translation>
    </message>
    <message>
        <source>Reported %1.</source>
        <translation>申告时间 %1。</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Number of the service order</source>
        <translation>业务单号</translation>
    </message>
    <message>
        <source>Contract until</source>
        <translation>合同到期日</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽类型</translation>
    </message>
    <message>
        <source>In the customer&apos;s words: %1</source>
        <translation>客户意见：%1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>回收：%1</translation>
    </message>
    <message>
        <source>Used: %1</source>
        <translation>用料：%1</translation>
    </message>
    <message>
        <source>A line of materials was removed</source>
        <translation>移除了一条用料</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC地址</translation>
    </message>
    <message>
        <source>LOID</source>
        <translation>LOID</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Length marks, first and last</source>
        <translation>起止米标</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Pair number</source>
        <translation>线对号</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of a number, the number</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of materials has nothing like this.</source>
        <translation>材料清单中没有这一项。</translation>
    </message>
    <message>
        <source>This material does not go with the access of this ticket.</source>
        <translation>该材料与本工单的接入方式不符。</translation>
    </message>
    <message>
        <source>“%1” does not go with the access of this ticket.</source>
        <translation>“%1”与本工单的接入方式不符。</translation>
    </message>
    <message>
        <source>Each piece needs its serial number. Scan or type it.</source>
        <translation>每件都要有序列号，请扫码或输入。</translation>
    </message>
    <message>
        <source>Each “%1” needs its serial number. Scan or type it.</source>
        <translation>每件“%1”都要有序列号，请扫码或输入。</translation>
    </message>
    <message>
        <source>This quantity is not possible.</source>
        <translation>数量不合理。</translation>
    </message>
    <message>
        <source>This quantity of “%1” is not possible.</source>
        <translation>“%1”的数量不合理。</translation>
    </message>
    <message>
        <source>This serial number stands on the ticket already.</source>
        <translation>工单上已有这个序列号。</translation>
    </message>
    <message>
        <source>Terminals and materials</source>
        <translation>终端和材料</translation>
    </message>
    <message>
        <source>%1, taken back</source>
        <translation>%1，已回收</translation>
    </message>
    <message>
        <source>%1 reads the same on other tickets of this technician (%2): %3.</source>
        <comment>measure, value, tickets</comment>
        <translation>%1（%2）与该工程师其他工单的读数相同：%3。</translation>
    </message>
    <message>
        <source>The very same strokes stand on another ticket, %1: %2.</source>
        <comment>whose signature, tickets</comment>
        <translation>%1的笔迹与其他工单完全相同：%2。</translation>
    </message>
    <message>
        <source>We broke our word to this customer on another ticket, too: %1.</source>
        <translation>我方对该客户在其他工单上也曾失约：%1。</translation>
    </message>
    <message>
        <source>The technician&apos;s qualification ran out on %1.</source>
        <translation>装维人员的资质已于%1到期。</translation>
    </message>
    <message>
        <source>The file that holds your work was damaged. It was made anew from its remains and its copies.</source>
        <translation>保存您工作的文件已损坏，现已用残存内容和副本重新建立。</translation>
    </message>
    <message>
        <source>Your entries are back as far as any of them could be read; the damaged file is kept.</source>
        <translation>凡能读出的记录都已恢复，损坏的文件仍然保留。</translation>
    </message>
    <message>
        <source>Go on working. What came from the office is fetched again. Tell the office that the disk may be failing.</source>
        <translation>请继续工作，后台下发的内容会重新获取。请告知后台：磁盘可能有故障。</translation>
    </message>
    <message>
        <source>Your role works without tickets, so it needs no laptop of its own.</source>
        <translation>您的角色不处理工单，无需登记电脑。</translation>
    </message>
    <message>
        <source>Ask the office if you expected another role.</source>
        <translation>如角色有误，请联系后台。</translation>
    </message>
    <message>
        <source>The service code has no such kind of ticket.</source>
        <translation>服务规范中没有这种工单类型。</translation>
    </message>
    <message>
        <source>On %1 you asked us for a visit about %2.</source>
        <comment>day, product</comment>
        <translation>您%1申请了%2的上门服务。</translation>
    </message>
    <message>
        <source>Choose another folder, or ask for the right to write here.</source>
        <translation>请选择其他文件夹，或申请写入权限。</translation>
    </message>
    <message>
        <source>The folder that holds your work cannot be written to.</source>
        <translation>保存您工作的文件夹无法写入。</translation>
    </message>
    <message>
        <source>Make sure that the disk is not write-protected, then sign in again. If it lasts, call the office: the disk may be failing.</source>
        <translation>请确认磁盘没有写保护，然后重新登录。如仍不行，请致电后台：磁盘可能有故障。</translation>
    </message>
    <message>
        <source>The disk failed while this was written.</source>
        <translation>写入时磁盘出错。</translation>
    </message>
    <message>
        <source>It is not sure that this was kept. What was stored before is still there.</source>
        <translation>不能确定这一步已保存，此前存下的内容都还在。</translation>
    </message>
    <message>
        <source>Close Ruhu, open it again and look before you do it once more. Call the office: the disk may be failing.</source>
        <translation>请关闭入户后重新打开，先查看是否已有这条记录，再决定是否重做。请致电后台：磁盘可能有故障。</translation>
    </message>
    <message>
        <source>The password is the one it was.</source>
        <translation>密码没有改变。</translation>
    </message>
    <message>
        <source>This password is too short.</source>
        <translation>密码太短。</translation>
    </message>
    <message>
        <source>Take 15 characters or more: four words that do not belong together are easy to keep in mind.</source>
        <translation>请用 15 个字符以上：四个互不相干的词就很好记。</translation>
    </message>
    <message>
        <source>This password is too long.</source>
        <translation>密码太长。</translation>
    </message>
    <message>
        <source>Take 128 characters or less.</source>
        <translation>请不超过 128 个字符。</translation>
    </message>
    <message>
        <source>This password is among the first that somebody would guess.</source>
        <translation>这个密码很容易被人最先猜到。</translation>
    </message>
    <message>
        <source>Names, repeats, dates and rows of keys do not count. Add a word or two that nobody expects.</source>
        <translation>姓名、重复、日期和键盘顺序都不算数。请再加一两个别人想不到的词。</translation>
    </message>
    <message>
        <source>The office did not say whether it took the new password.</source>
        <translation>还不知道后台是否已收下新密码。</translation>
    </message>
    <message>
        <source>Both passwords open this laptop until that is known.</source>
        <translation>在弄清之前，新旧密码都能打开本机。</translation>
    </message>
    <message>
        <source>Try once more when there is a network.</source>
        <translation>有网络时请再试一次。</translation>
    </message>
    <message>
        <source>This laptop was too long without the office to open by itself.</source>
        <translation>本机太久没有与后台联系，不能再自行打开。</translation>
    </message>
    <message>
        <source>Connect to a network and sign in once more; after that it opens without one again.</source>
        <translation>请连上网络再登录一次；之后没有网络也能打开。</translation>
    </message>
    <message>
        <source>This laptop has no leave to open without the office.</source>
        <translation>本机没有后台给的离线打开许可。</translation>
    </message>
    <message>
        <source>Connect to a network and sign in once more; after that it opens without one.</source>
        <translation>请连上网络再登录一次；之后没有网络也能打开。</translation>
    </message>
    <message>
        <source>The clock of this laptop shows an earlier time than before.</source>
        <translation>本机的时钟比以前显示的时间还早。</translation>
    </message>
    <message>
        <source>Set the clock right, or connect to a network; then sign in once more.</source>
        <translation>请把时钟调准，或连上网络，然后再登录一次。</translation>
    </message>
    <message>
        <source>Too many wrong passwords were tried, so this laptop opens only with the office&apos;s yes.</source>
        <translation>错误密码试得太多，本机要经后台同意才能打开。</translation>
    </message>
    <message>
        <source>Connect to a network and sign in once more.</source>
        <translation>请连上网络再登录一次。</translation>
    </message>
    <message>
        <source>The server did not recognise this laptop in time.</source>
        <translation>服务器没有及时认出本机。</translation>
    </message>
    <message>
        <source>It will be tried again by itself.</source>
        <translation>会自动再试。</translation>
    </message>
    <message>
        <source>The server does not recognise this laptop by its key.</source>
        <translation>服务器按密钥认不出本机。</translation>
    </message>
    <message>
        <source>Sign in again. If it lasts, tell the office the code.</source>
        <translation>请重新登录。如果仍不行，把代码告诉后台。</translation>
    </message>
    <message>
        <source>This laptop cannot be opened again through the office.</source>
        <translation>本机无法通过后台重新打开。</translation>
    </message>
    <message>
        <source>Do not delete anything. If you find the password, sign in once with a network.</source>
        <translation>请不要删除任何东西。如果想起密码，请连上网络登录一次。</translation>
    </message>
    <message>
        <source>Whoever asked for a new password cannot agree to it as well.</source>
        <translation>提出重置密码的人不能同时批准。</translation>
    </message>
    <message>
        <source>Let somebody else of the office agree.</source>
        <translation>请后台的另一位人员批准。</translation>
    </message>
    <message>
        <source>The office had this laptop cleared; nothing on it opens any more.</source>
        <translation>后台已清除本机，上面的内容不再能打开。</translation>
    </message>
    <message>
        <source>What was not sent is kept, sealed for the office alone.</source>
        <translation>未上传的内容仍封存保留，只有后台能打开。</translation>
    </message>
    <message>
        <source>Call the office; with a new code this laptop can be set up again.</source>
        <translation>请致电后台；有新的代码就能重新设置本机。</translation>
    </message>
    <message>
        <source>The office did not answer, so this laptop is not open yet.</source>
        <translation>后台没有应答，本机还没有打开。</translation>
    </message>
    <message>
        <source>Try once more when there is a network. If the code is refused then, ask for another one.</source>
        <translation>有网络时请再试一次。如果那时代码被拒绝，请再要一个新的。</translation>
    </message>
    <message>
        <source>The office also asks for the code of your authenticator app.</source>
        <translation>后台还要求输入验证器应用中的动态码。</translation>
    </message>
    <message>
        <source>Sign in once more with the password and the six digits it shows.</source>
        <translation>请再次登录，输入密码和验证器显示的六位数字。</translation>
    </message>
    <message>
        <source>The code of the authenticator app is not right or was used already.</source>
        <translation>验证器动态码不正确或已被使用。</translation>
    </message>
    <message>
        <source>Wait for its next code. If that is refused as well, check the time of the phone.</source>
        <translation>请等待下一个动态码；如仍被拒绝，请核对手机时间。</translation>
    </message>
    <message>
        <source>Your role signs in with an authenticator app, and you have none yet.</source>
        <translation>您的角色须使用验证器应用登录，但您的账号尚未绑定。</translation>
    </message>
    <message>
        <source>Have your administrator set one up for you, then sign in again.</source>
        <translation>请管理员为您绑定验证器，然后重新登录。</translation>
    </message>
    <message>
        <source>The number is not right.</source>
        <translation>数字不正确。</translation>
    </message>
    <message>
        <source>Type it once more, or use the password. After five wrong ones only the password opens.</source>
        <translation>请重新输入，或改用密码。输错五次后只能用密码解锁。</translation>
    </message>
    <message>
        <source>The number opens this laptop no longer.</source>
        <translation>该数字已不能解锁本机。</translation>
    </message>
    <message>
        <source>Sign in with the password; then you can set a number again.</source>
        <translation>请用密码登录，之后可以重新设置数字。</translation>
    </message>
    <message>
        <source>A number has 6 to 12 digits and nothing else.</source>
        <translation>解锁数字须为 6 至 12 位数字，不含其他字符。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请另选一个。</translation>
    </message>
    <message>
        <source>Whoever guesses tries this number among the first.</source>
        <translation>这个数字太容易被猜到。</translation>
    </message>
    <message>
        <source>Take digits that do not follow each other.</source>
        <translation>请选用不连续、不重复的数字。</translation>
    </message>
</context>
<context>
    <name>ruhu::report::Tr</name>
    <message>
        <source>OK</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Not OK</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>%1 (continued)</source>
        <translation>%1（续）</translation>
    </message>
</context>
<context>
    <name>ruhu::supervisor::DecisionPanel</name>
    <message>
        <source>Approve  (A)</source>
        <translation>通过 (A)</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>服务单</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>没有疑点</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>发现 %n 个疑点</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned to: %1</source>
        <translation>已标注：%1</translation>
    </message>
    <message>
        <source>Click to take the pin away</source>
        <translation>点击取消标注</translation>
    </message>
    <message>
        <source>Nothing to decide: %1</source>
        <translation>无需审核：%1</translation>
    </message>
    <message>
        <source>Sent back; it returns here when the technician has signed it off again.</source>
        <translation>已退回；装维工程师重新签字后会再次出现在这里。</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Comment for the technician (R). Needed when you send the ticket back.</source>
        <translation>给装维工程师的意见（R），退回时必填。</translation>
    </message>
    <message>
        <source>To send it back, write what is missing. Click a finding or a fact to pin it; with the keyboard: E, the arrows, Enter.</source>
        <translation>要退回，请写明缺什么。点击疑点或记录即可标注；用键盘：E、方向键、回车。</translation>
    </message>
    <message>
        <source>Rule of conduct broken …</source>
        <translation>标记违反的纪律…</translation>
    </message>
    <message>
        <source>Against: %1</source>
        <comment>a rule of conduct</comment>
        <translation>违反：%1</translation>
    </message>
    <message>
        <source>Click to take the mark away</source>
        <translation>点击可取消标记</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>任何时候</translation>
    </message>
</context>
<context>
    <name>ruhu::supervisor::DeskPage</name>
    <message>
        <source>Review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>全部工单</translation>
    </message>
    <message>
        <source>Tickets to review</source>
        <translation>待审核工单</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>没有待审核工单</translation>
    </message>
    <message>
        <source>Signed-off tickets appear here by themselves, the riskiest first.</source>
        <translation>已签字的工单会自动出现在这里，风险高的在前。</translation>
    </message>
    <message>
        <source>Decision kept on this laptop</source>
        <translation>审核结果已存本机</translation>
    </message>
    <message>
        <source>Review %1</source>
        <translation>待审核 %1</translation>
    </message>
    <message>
        <source>No ticket matches the filter.</source>
        <translation>没有符合筛选条件的工单。</translation>
    </message>
    <message>
        <source>No tickets here.</source>
        <translation>这里没有工单。</translation>
    </message>
</context>
<context>
    <name>ruhu::supervisor::EvidenceView</name>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
</context>
<context>
    <name>ruhu::supervisor::SupervisorWindow</name>
    <message>
        <source>Ruhu Supervisor</source>
        <translation>入户 班长端</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::ActionBar</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1（另有 %n 项）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::Banner</name>
    <message>
        <source>Hide this message</source>
        <translation>隐藏此消息</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::CameraDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>重拍</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Looking for a camera …</source>
        <translation>正在查找摄像头…</translation>
    </message>
    <message>
        <source>There is no camera on this laptop. Plug one in, or choose a photo that is already here.</source>
        <translation>这台笔记本上没有摄像头。请接上摄像头，或选用笔记本里已有的照片。</translation>
    </message>
    <message>
        <source>The camera is starting …</source>
        <translation>正在打开摄像头…</translation>
    </message>
    <message>
        <source>The camera gives no picture. Close other programs that use it and try again, or choose a file.</source>
        <translation>摄像头没有画面。请关闭正在使用它的其他程序后重试，或选择文件。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Use this photo</source>
        <translation>使用这张照片</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>拍照</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::CameraView</name>
    <message>
        <source>Picture of the camera</source>
        <translation>摄像头画面</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::ChoiceField</name>
    <message>
        <source>Note on %1</source>
        <translation>%1 的备注</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::ClockBadge</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::CommandModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::CommandPalette</name>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find a ticket, a page or an act</source>
        <translation>查找工单、页面或操作</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::CommentPin</name>
    <message>
        <source>%1 · answered</source>
        <translation>%1 · 已答复</translation>
    </message>
    <message>
        <source>Comment: %1. %2</source>
        <translation>意见：%1。%2</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::EmptyState</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::FactLine</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::FindingChip</name>
    <message>
        <source>Fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Check this</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>Not in order</source>
        <translation>不符合</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Please fill in: %1</source>
        <translation>请填写：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::GroupConfirm</name>
    <message>
        <source>Something is different here</source>
        <translation>此处有特殊情况</translation>
    </message>
    <message numerus="yes">
        <source>Confirm all %n</source>
        <translation>
            <numerusform>全部确认（%n 项）</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::NumberDialog</name>
    <message>
        <source>Unlock with a number</source>
        <translation>用数字解锁</translation>
    </message>
    <message>
        <source>A number of six digits or more unlocks this laptop between two homes, until the program is closed and for 12 hours after the password at the most. Five wrong ones end it, and the password opens.</source>
        <translation>设置六位以上的数字，在两户之间快速解锁本机。程序关闭后失效，最长为输入密码后 12 小时；输错五次即失效，须用密码解锁。</translation>
    </message>
    <message>
        <source>Use this number</source>
        <translation>使用该数字</translation>
    </message>
    <message>
        <source>Setting the number …</source>
        <translation>正在设置…</translation>
    </message>
    <message>
        <source>From now on the number unlocks this laptop as well, until the program is closed.</source>
        <translation>在程序关闭之前，也可以用该数字解锁本机。</translation>
    </message>
    <message>
        <source>Present password of this laptop</source>
        <translation>本机现在的密码</translation>
    </message>
    <message>
        <source>New number, 6 to 12 digits</source>
        <translation>新数字（6 至 12 位）</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Show number</source>
        <translation>显示数字</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::PaperView</name>
    <message>
        <source>Preview of the paper</source>
        <translation>服务单预览</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>另存为 PDF …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印 …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message numerus="yes">
        <source>Sent to the printer: %n page(s)</source>
        <translation>
            <numerusform>已发送到打印机：%n 页</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::PasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Both the office and this laptop take the new password, so a network is needed. Take 15 characters or more: four words that do not belong together are easy to keep in mind.</source>
        <translation>后台和本机都要换成新密码，所以需要网络。请用 15 个字符以上：四个互不相干的词就很好记。</translation>
    </message>
    <message>
        <source>Present password of this laptop</source>
        <translation>本机现在的密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>The password is changed, here and at the office. Other laptops of yours have to sign in again.</source>
        <translation>密码已修改，本机和后台都已生效。您的其他电脑需要重新登录。</translation>
    </message>
    <message>
        <source>Asking the office …</source>
        <translation>正在联系后台…</translation>
    </message>
    <message>
        <source>Code of the authenticator app</source>
        <translation>验证器动态码</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::PhaseItem</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>later</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Phase %1: %2</source>
        <translation>第 %1 阶段：%2</translation>
    </message>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation>%1（Alt+%2）</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::PhaseRail</name>
    <message>
        <source>Phases of the visit</source>
        <translation>上门阶段</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::PhotoStrip</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::PhotoTile</name>
    <message>
        <source>Add a photo</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>%1, has a comment</source>
        <translation>%1，有意见</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::Prompts</name>
    <message>
        <source>Choose a photo</source>
        <translation>选择照片</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png)</source>
        <translation>照片 (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Save the work order</source>
        <translation>保存服务单</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::ReadingField</name>
    <message>
        <source>Out of limits. Why is it left like this?</source>
        <translation>超出限值，为何保持现状？</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1，单位 %2</translation>
    </message>
    <message>
        <source>Type the reading</source>
        <translation>请输入测量值</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>未设限值</translation>
    </message>
    <message>
        <source>Within limits</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Close to the limit</source>
        <translation>接近限值</translation>
    </message>
    <message>
        <source>Out of limits</source>
        <translation>超限</translation>
    </message>
    <message>
        <source>Not a number of this kind</source>
        <translation>不是有效数值</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::ReasonPicker</name>
    <message>
        <source>Why?</source>
        <translation>原因？</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>The reason in your words</source>
        <translation>请说明原因</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::SessionsDialog</name>
    <message>
        <source>Asking the office …</source>
        <translation>正在联系后台…</translation>
    </message>
    <message>
        <source>Where I am signed in</source>
        <translation>我的登录</translation>
    </message>
    <message>
        <source>Sign out where you do not work. What was recorded there stays there and is sent after the next sign-in on that laptop.</source>
        <translation>请退出不再使用的登录。已记录的内容保留在那台电脑上，下次在那台电脑登录后上传。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Laptop without a name</source>
        <translation>未命名的电脑</translation>
    </message>
    <message>
        <source>Signed in %1, until %2</source>
        <translation>%1 登录，有效至 %2</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Sign out on %1</source>
        <translation>退出 %1 上的登录</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::SignInPage</name>
    <message>
        <source>Set this laptop up once. Your office gives you the one-time code; it works for 15 minutes.</source>
        <translation>首次使用请设置本机。一次性验证码由后台发放，15 分钟内有效。</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Certificate file of the office (if you were given one)</source>
        <translation>后台的证书文件（如已发给您）</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>一次性验证码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Set up this laptop</source>
        <translation>设置本机</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Works without a network. Everything on this laptop is sealed until you sign in.</source>
        <translation>没有网络也能登录。登录前，本机数据均处于加密状态。</translation>
    </message>
    <message>
        <source>Setting up …</source>
        <translation>正在设置 …</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>正在登录 …</translation>
    </message>
    <message>
        <source>Please fill in: %1</source>
        <translation>请填写：%1</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>忘记密码</translation>
    </message>
    <message>
        <source>Call the office: two people there agree and give you a one-time code. With a network it opens this laptop under a new password, and all your work stays.</source>
        <translation>请致电后台：由两位人员批准后给您一次性代码。连上网络，就能用新密码打开本机，您的工作全部保留。</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Take the new password</source>
        <translation>使用新密码</translation>
    </message>
    <message>
        <source>Back to sign in</source>
        <translation>返回登录</translation>
    </message>
    <message>
        <source>Asking the office …</source>
        <translation>正在联系后台…</translation>
    </message>
    <message>
        <source>Code of the authenticator app</source>
        <translation>验证器动态码</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Show number</source>
        <translation>显示数字</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Use the password</source>
        <translation>使用密码</translation>
    </message>
    <message>
        <source>Unlocking …</source>
        <translation>正在解锁…</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::SignatureCanvas</name>
    <message>
        <source>Sign here with pen, finger or mouse</source>
        <translation>请用笔、手指或鼠标在此签字</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::SignaturePad</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the signature</source>
        <translation>清除签名</translation>
    </message>
    <message>
        <source>Signature pad. %1</source>
        <translation>签名板。%1</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::StepCard</name>
    <message>
        <source>Rule %1</source>
        <translation>规范 %1</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>收起 %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>展开 %1</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>展开</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::SyncMark</name>
    <message>
        <source>Sync: %1</source>
        <translation>同步：%1</translation>
    </message>
    <message>
        <source>Show what is stored and what is waiting</source>
        <translation>查看已入库和等待上传的内容</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::SyncPanel</name>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Last complete sync %1</source>
        <translation>上次完整同步 %1</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::TicketListView</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::TierBadge</name>
    <message>
        <source>Tier %1</source>
        <translation>等级 %1</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::TimelineModel</name>
    <message>
        <source>not received yet</source>
        <translation>后台尚未收到</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>后台 %1 收到</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::TimelineView</name>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>ruhu::widgets::TopBar</name>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Filter  Ctrl+F</source>
        <translation>筛选  Ctrl+F</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Service code in brief</source>
        <translation>服务规范口诀卡</translation>
    </message>
    <message>
        <source>Change password …</source>
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Unlock with a number …</source>
        <translation>用数字解锁…</translation>
    </message>
    <message>
        <source>Where I am signed in …</source>
        <translation>我的登录…</translation>
    </message>
</context>
</TS>
