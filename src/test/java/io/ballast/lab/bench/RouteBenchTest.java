package io.ballast.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteBenchTest {
    @Test
    void neverLosesToTheGridAndWinsMoreTheLargerTheTrade() {
        List<RouteBench.Row> rows = new RouteMarket(1).bench().run(List.of(10, 100, 500, 1_000, 3_000));
        RouteBench.table(rows).forEach(System.out::println);

        assertThat(rows).allSatisfy(row -> {
            assertThat(row.overGrid()).isGreaterThanOrEqualTo(-1e-3);
            assertThat(row.overSingle()).isGreaterThanOrEqualTo(0);
        });
        assertThat(rows.get(4).overSingle()).isGreaterThan(rows.get(0).overSingle());
        assertThat(RouteBench.table(rows)).hasSize(6);
    }
}
