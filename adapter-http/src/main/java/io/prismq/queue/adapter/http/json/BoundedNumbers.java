package io.prismq.queue.adapter.http.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonParser;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Refuses to make a number of more digits than any field takes: the time for it grows with their square, which for one body
 * would be minutes. What is kept as text may be as long as it likes.
 */
final class BoundedNumbers extends JsonParserDelegate {
    private static final int LONGEST = 1000;

    BoundedNumbers(JsonParser parser) {
        super(parser);
    }

    @Override
    public Number getNumberValue() {
        requireBounded();
        return super.getNumberValue();
    }

    @Override
    public NumberType getNumberType() {
        requireBounded();
        return super.getNumberType();
    }

    @Override
    public int getIntValue() {
        requireBounded();
        return super.getIntValue();
    }

    @Override
    public long getLongValue() {
        requireBounded();
        return super.getLongValue();
    }

    @Override
    public BigInteger getBigIntegerValue() {
        requireBounded();
        return super.getBigIntegerValue();
    }

    @Override
    public BigDecimal getDecimalValue() {
        requireBounded();
        return super.getDecimalValue();
    }

    private void requireBounded() {
        if (currentToken().isNumeric() && getStringLength() > LONGEST) {
            throw new UnfitValueException(this, "is out of range");
        }
    }
}
