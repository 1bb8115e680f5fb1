package app.lunaria.planted.a9;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class StartsTheBinaryUnsaid {}
