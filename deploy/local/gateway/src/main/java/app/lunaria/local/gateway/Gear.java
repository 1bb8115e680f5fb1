package app.lunaria.local.gateway;

import app.lunaria.local.gateway.client.Connections;
import app.lunaria.local.gateway.head.AnswerFields;
import app.lunaria.local.gateway.log.RequestIds;
import app.lunaria.local.gateway.log.RequestLog;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;

/** What every exchange of a gateway works with. */
record Gear(
    Vertx vertx,
    HttpClient client,
    Limits.Times times,
    Connections connections,
    AnswerFields fields,
    RequestIds ids,
    RequestLog log) {}
