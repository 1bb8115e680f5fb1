package app.lunaria.planted.a9;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ServiceComponentTest {}
