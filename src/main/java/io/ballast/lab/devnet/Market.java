package io.ballast.lab.devnet;

import io.ballast.lab.devnet.flow.GasMarket;
import io.ballast.lab.devnet.flow.OrderFlow;
import io.ballast.lab.devnet.price.MarketPath;

/** All that a seed fixes: fair prices, those who trade, and the price of gas. */
record Market(MarketPath path, OrderFlow flow, GasMarket gas) {}
