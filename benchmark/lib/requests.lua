-- What wrk sends, by $KIND: register-public, register-confidential, read, authenticate, refresh.
-- $POPULATION: lines of id, secret, path and token, for all but registrations; $RECORD: where a
-- registering run appends such lines. Both of the token endpoint's are refused once the client has
-- authenticated: there is no such grant, or no such refresh token.

local kind = os.getenv("KIND")
local record = os.getenv("RECORD")
local out = record and io.open(record, "a")
local run = string.format("%x", os.time())
local count = 0
local lines = {}

local ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

local function base64(text)
  local bits = text:gsub(".", function(c)
    local byte, digits = c:byte(), ""
    for i = 7, 0, -1 do digits = digits .. (math.floor(byte / 2 ^ i) % 2) end
    return digits
  end) .. "0000"
  local coded = bits:gsub("%d%d%d?%d?%d?%d?", function(six)
    return #six < 6 and "" or ALPHABET:sub(tonumber(six, 2) + 1, tonumber(six, 2) + 1)
  end)
  return coded .. ({ "", "==", "=" })[#text % 3 + 1]
end

local function body(public)
  local name = run .. "-" .. count
  return string.format(
    '{"client_name":"Bench %s","redirect_uris":["%s"],'
      .. '"grant_types":["authorization_code","refresh_token"],"response_types":["code"],'
      .. '"token_endpoint_auth_method":"%s","client_uri":"https://%s.example.com/",'
      .. '"logo_uri":"https://%s.example.com/logo.png","tos_uri":"https://%s.example.com/terms",'
      .. '"policy_uri":"https://%s.example.com/policy","software_id":"bench-%s",'
      .. '"software_version":"1.0.0","contacts":["ops@example.com","security@example.com"]}',
    name,
    public and "http://127.0.0.1:33418/cb/" .. name or "https://" .. name .. ".example.com/cb",
    public and "none" or "client_secret_basic",
    name, name, name, name, name)
end

function init()
  local path = os.getenv("POPULATION")
  if not path then return end
  for line in io.lines(path) do
    local id, secret, where, token = line:match("^(%S+) (%S+) (%S+) (%S+)$")
    if kind == "read" then
      lines[#lines + 1] = wrk.format("GET", where, { Authorization = "Bearer " .. token })
    else
      lines[#lines + 1] = wrk.format(
        "POST",
        os.getenv("TOKEN_PATH"),
        {
          Authorization = "Basic " .. base64(id .. ":" .. secret),
          ["Content-Type"] = "application/x-www-form-urlencoded",
        },
        kind == "refresh" and "grant_type=refresh_token&refresh_token=unknown" or "grant_type=none")
    end
  end
  math.randomseed(os.time())
end

function request()
  count = count + 1
  if kind:find("^register") then
    return wrk.format(
      "POST", nil, { ["Content-Type"] = "application/json" }, body(kind == "register-public"))
  end
  return lines[math.random(#lines)]
end

if out then
  function response(status, headers, text)
    if status ~= 201 then return end
    local function member(name) return text:match('"' .. name .. '":"([^"]*)"') end
    local where = member("registration_client_uri"):match("^%w+://[^/]+(.*)$")
    out:write(member("client_id"), " ", member("client_secret") or "-", " ", where, " ",
      member("registration_access_token"), "\n")
  end
end

function done(summary, latency)
  if out then out:close() end
  local errors = summary.errors
  io.write(string.format(
    "RESULT %d %.1f %.3f %.3f %d %d\n",
    summary.requests, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
