import { judge, readJson, saysAlreadyDone } from "../../../src/client/request/answer";

const answer = (status: number, body = "") => ({ status, body });

describe("a status means", () => {
  test.each([200, 201, 202, 204])("%i: accepted", (status) => {
    expect(judge(answer(status))).toMatchObject({ verdict: "accepted", outcomeKnown: true, reason: null });
  });
  test.each([408, 425])("%i: transient, and nothing has happened", (status) => {
    expect(judge(answer(status))).toMatchObject({ verdict: "transient", outcomeKnown: true });
  });
  test.each([500, 502, 503, 504, 507, 524, 529])("%i: transient, and it may have happened", (status) => {
    expect(judge(answer(status))).toMatchObject({ verdict: "transient", outcomeKnown: false });
  });
  test.each([501, 505, 599])("%i: refused, and it may have happened", (status) => {
    expect(judge(answer(status))).toMatchObject({
      ...{ verdict: "refused", outcomeKnown: false, reason: "server_error" },
    });
  });
  test.each([
    [301, "refused", "redirected"],
    [400, "refused", "invalid"],
    [401, "unauthorised", "unauthorised"],
    [403, "refused", "forbidden"],
    [404, "refused", "not_found"],
    [405, "refused", "wrong_method"],
    [418, "refused", "other"],
    [422, "refused", "invalid"],
    [429, "throttled", "throttled"],
  ])("%i: %s, and nothing has happened", (status, verdict, reason) => {
    expect(judge(answer(status))).toMatchObject({ verdict, reason, status, outcomeKnown: true });
  });
});

describe("a success whose body reports a failure is refused:", () => {
  test.each([
    ['{"meta":{"success":false,"http_code":403,"developer_message":"not in the plan"}}', 403, "forbidden"],
    ['{"meta":{"success":false}}', 200, "other"],
    ['{"meta":{"success":"false"}}', 200, "other"],
    ['{"meta":{"http_code":404}}', 404, "not_found"],
    ['{"meta":{"http_code":"404"}}', 404, "not_found"],
    ['{"status":403,"message":"no"}', 403, "forbidden"],
    ['{"error":"forbidden","error_description":"…"}', 200, "other"],
    ['{"error":{"message":"no"}}', 200, "other"],
    ['{"error":true}', 200, "other"],
    ['{"success":false}', 200, "other"],
    ['{"errors":["no"]}', 200, "other"],
    ['{"success":0}', 200, "other"],
    ['{"success":"False"}', 200, "other"],
    ['{"ok":false,"description":"no"}', 200, "other"],
    ['{"status":"error","message":"no"}', 200, "other"],
    ['{"status":"failed"}', 200, "other"],
    ['{"result":"error"}', 200, "other"],
    ['{"data":{"success":false}}', 200, "other"],
    ['{"response":{"errors":["no"]}}', 200, "other"],
    ['{"error":403}', 200, "other"],
    ['{"code":403,"message":"no"}', 403, "forbidden"],
    ['{"statusCode":"422","message":"no"}', 422, "invalid"],
    ['{"errors":{"limit":["too high"]}}', 200, "other"],
    ['{"partner_channels":[],"total":0,"meta":{"success":false}}', 200, "other"],
  ])("%s", (body, status, reason) => {
    expect(judge(answer(200, body))).toMatchObject({
      ...{ verdict: "refused", outcomeKnown: true, onlyInBody: true },
      ...{ status, reason },
    });
  });
  test.each([
    [401, "unauthorised", true],
    [429, "throttled", true],
    [503, "transient", false],
  ])("a code of %i in it counts as that status", (code, verdict, outcomeKnown) => {
    expect(judge(answer(200, `{"meta":{"success":false,"http_code":${code}}}`))).toMatchObject({
      ...{ verdict, outcomeKnown },
    });
  });
});

describe("a success stays one with the body", () => {
  test.each([
    "",
    "OK",
    "null",
    "[1]",
    "<html>",
    '{"success":true}',
    '{"errors":[]}',
    '{"errors":{}}',
    '{"error":null}',
    '{"error":""}',
    '{"error":false}',
    '{"meta":{"success":true,"http_code":200}}',
    '{"meta":null}',
    '{"error":0}',
    '{"error":"none"}',
    '{"code":200}',
    '{"ok":true,"status":"success"}',
    '{"status":"ok","data":{"id":"exampleCH","status":"failed"}}',
    '{"id":"exampleCH","status":"error","setup_info":{"error":"an old one"}}',
    '{"success":false',
  ])("%s", (body) => {
    expect(judge(answer(200, body))).toMatchObject({ verdict: "accepted", outcomeKnown: true });
  });
});

test.each(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "UND_ERR_SOCKET", "TIMEOUT", "unknown"])(
  "the failure %s is transient, and its outcome unknown",
  (code) => {
    expect(judge({ code })).toMatchObject({ verdict: "transient", outcomeKnown: false });
  },
);

test.each(["CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT", "ERR_TLS_CERT_ALTNAME_INVALID"])(
  "the failure %s will not go away",
  (code) => {
    expect(judge({ code })).toMatchObject({ verdict: "refused" });
  },
);

describe("a refusal says that it is so already", () => {
  const words = /already enabled/;
  test.each([
    [400, '{"meta":{"developer_message":"CTWA is already enabled"}}', true],
    [409, "already enabled", true],
    [200, '{"success":false,"message":"already enabled"}', true],
    [200, '{"meta":{"http_code":409,"developer_message":"already enabled"}}', true],
    [400, '{"message":"bad request"}', false],
    [403, '{"message":"already enabled"}', false],
    [500, '{"message":"already enabled"}', false],
    [200, '{"message":"already enabled"}', false],
  ])("with %i and %s: %s", (status, body, said) => {
    expect(saysAlreadyDone(answer(status, body), words)).toBe(said);
  });
});

test("a body is parsed once, and long numbers keep their digits", () => {
  const one = answer(200, '{"app_id":90071992547409931}');
  expect(readJson(one)).toEqual({ app_id: "90071992547409931" });
  expect(readJson(one)).toBe(readJson(one));
});
