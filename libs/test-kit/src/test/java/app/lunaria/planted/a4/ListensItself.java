package app.lunaria.planted.a4;

import org.eclipse.microprofile.reactive.messaging.Incoming;

class ListensItself {
  @Incoming("days")
  void listen(String day) {}
}
