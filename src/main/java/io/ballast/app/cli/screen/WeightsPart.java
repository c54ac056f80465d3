package io.ballast.app.cli.screen;

import io.ballast.base.units.Bps;
import io.ballast.sense.market.MarketState;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import io.ballast.think.strategy.Allocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line for each token: where its weight is, and where it should be. */
final class WeightsPart {
    private WeightsPart() {}

    static List<String> lines(DemoView view, int width, Paint paint) {
        MarketState market = view.outcome().after().market();
        Holdings holdings = Holdings.of(view.outcome().after().account());
        List<Allocation> allocations = view.frame().strategy().allocations();
        List<String> lines = new ArrayList<>();
        lines.add(new Line(width)
                .add("            now  target    band         USD", paint::quiet)
                .end());
        if (!holdings.invested(market).isPositive()) {
            lines.add("nothing invested");
            return lines;
        }
        Weights weights = Weights.of(holdings, market);
        for (int i = 0; i < allocations.size(); i++) {
            Allocation allocation = allocations.get(i);
            Row row = new Row(
                    allocation,
                    weights.share(allocation.token()),
                    i < view.frame().bands().size() ? view.frame().bands().get(i) : Optional.empty(),
                    Figures.usd(holdings.amount(allocation.token()).at(market.price(allocation.token()))));
            lines.add(row.line(width, paint));
        }
        return lines;
    }

    /**
     * @param band empty for cash
     * @param usd value as shown
     */
    private record Row(Allocation allocation, BigDecimal now, Optional<Bps> band, String usd) {

        String line(int width, Paint paint) {
            Line line = new Line(width)
                    .add(Columns.left(allocation.token().symbol(), 8))
                    .add(Columns.right(Figures.percent(now), 7), paint::strong)
                    .add(Columns.right(allocation.target().percent(), 8))
                    .add(Columns.right(band.map(Figures::band).orElse("–"), 8))
                    .add(Columns.right(usd, 12));
            return outside() ? line.add("  ◀ outside", paint::warning).end() : line.end();
        }

        private boolean outside() {
            BigDecimal distance = now.subtract(allocation.target().fraction()).abs();
            return band.isPresent() && distance.compareTo(band.get().fraction()) > 0;
        }
    }
}
