package app.lunaria.kit.keyring;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Through the data source of migrations, whose role owns the schema: the role of the service cannot
 * write this table. The data source is looked up when needed, as a service at work has none.
 */
@Singleton
class JdbcEpochLedger implements EpochLedger {
  private final Instance<DataSource> owner;

  JdbcEpochLedger(@Named("migration") Instance<DataSource> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Integer> open() {
    try (Connection connection = owner.get().getConnection();
        PreparedStatement select =
            connection.prepareStatement("select max(epoch) from key_epoch where state = 'open'");
        ResultSet rows = select.executeQuery()) {
      return rows.next() ? Optional.ofNullable(rows.getObject(1, Integer.class)) : Optional.empty();
    } catch (SQLException failure) {
      throw new IllegalStateException("the epochs cannot be read", failure);
    }
  }

  @Override
  public boolean insert(OpenEpoch epoch) {
    try (Connection connection = owner.get().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into key_epoch (epoch, state, key_arn, backup_key_arn)"
                    + " values (?, 'open', ?, ?) on conflict (epoch) do nothing")) {
      insert.setInt(1, epoch.number());
      insert.setString(2, epoch.key().text());
      insert.setString(3, epoch.backupKey().text());
      return insert.executeUpdate() == 1;
    } catch (SQLException failure) {
      throw new IllegalStateException("an epoch cannot be written", failure);
    }
  }
}
