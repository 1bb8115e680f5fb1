package app.lunaria.planted.a6;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class OpenDay {
  @Id int id;
}
