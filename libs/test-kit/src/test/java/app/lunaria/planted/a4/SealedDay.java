package app.lunaria.planted.a4;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class SealedDay {
  @Id int id;
}
