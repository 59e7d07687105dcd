-- wrk -s applications.lua ADDRESS -- RUN TOKENS; TOKENS has a line for each body: its code and its token
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  run = arguments[1]
  sent = 0
  bodies = {}
  for line in io.lines(arguments[2]) do
    local code, token = line:match("(%S+) (%S+)")
    bodies[#bodies + 1] = {
      code = code,
      headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. token },
    }
  end
end

local application = '{"organisation":"%s","caseNumber":"w%s-%d-%d","receivedOn":"2026-03-04","channel":"ONLINE",'
  .. '"applicant":{"type":"NATURAL_PERSON","name":"演示人%d","identityDocument":"62280119900101%dX",'
  .. '"contact":"庆阳市西峰区安化西路%d号"},"informationSought":"二〇二五年度部门预算和决算公开表及其说明（第%d次）",'
  .. '"delivery":"电子邮件"}'

function request()
  sent = sent + 1
  local body = bodies[(sent + number * 7) % #bodies + 1]
  return wrk.format("POST", "/applications", body.headers,
    application:format(body.code, run, number, sent, sent % 500, sent % 900 + 100, sent % 90, sent))
end
