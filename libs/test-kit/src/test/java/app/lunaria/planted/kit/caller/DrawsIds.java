package app.lunaria.planted.kit.caller;

import app.lunaria.planted.kit.ids.Ids;

class DrawsIds {
  Ids ids;
}
