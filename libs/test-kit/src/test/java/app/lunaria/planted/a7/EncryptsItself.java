package app.lunaria.planted.a7;

import javax.crypto.Cipher;

class EncryptsItself {
  Cipher cipher;
}
