package app.lunaria.planted.a4;

import org.eclipse.microprofile.reactive.messaging.Incoming;

class DayConsumer {
  @Incoming("days")
  void listen(String day) {}
}
