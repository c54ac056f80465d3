package io.ballast.lab.data.duckdb;

import io.ballast.lab.data.DataRefusedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** A database in memory that only serves to read and write files: one thread, little memory, no extension from elsewhere. */
final class Duckdb {
    private static final List<String> SETTINGS = List.of(
            "SET threads = 1",
            "SET memory_limit = '256MB'",
            "SET temp_directory = ''",
            "SET preserve_insertion_order = true",
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET TimeZone = 'UTC'");

    private Duckdb() {}

    static Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A file's name as SQL text. */
    static String literal(Path file) {
        String name = file.toString();
        if (name.matches("(?s).*[*?\\[\\]{}].*")) {
            throw DataRefusedException.of(file, "has a wildcard in its name, which DuckDB would follow");
        }
        return "'" + name.replace("'", "''") + "'";
    }

    /** A column's name as SQL text. */
    static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    /** What DuckDB said, in one line. */
    static DataRefusedException refused(Object file, SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return DataRefusedException.of(file, "cannot be read or written: " + message);
    }
}
