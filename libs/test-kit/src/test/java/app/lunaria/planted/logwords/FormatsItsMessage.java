package app.lunaria.planted.logwords;

import org.jboss.logging.Logger;

class FormatsItsMessage {
  private static final Logger LOG = Logger.getLogger(FormatsItsMessage.class);

  void tell(String day) {
    LOG.warnf("a day was refused: %s", day);
  }
}
