package app.lunaria.planted.a6;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class SealedDay {
  @Id int id;
}
