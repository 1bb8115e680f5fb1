package app.lunaria.planted.logwords;

import org.jboss.logging.Logger;

class SaysWhatHappened {
  private static final Logger LOG = Logger.getLogger(SaysWhatHappened.class);

  void tell() {
    LOG.warn("a day was refused");
  }
}
