package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * A stored document with its size in BSON bytes. It is shared between readers and never changed; an update stores
 * another one.
 */
record StoredDocument(Document document, int bytes) {
    /** A copy of the document as it will be read back, so memory and file never differ. */
    static StoredDocument copyOf(Document document) {
        ByteBuf buffer = Unpooled.buffer();
        try {
            BsonEncoder.encodeDocument(document, buffer);
            int bytes = buffer.readableBytes();
            return new StoredDocument(BsonDecoder.decodeBson(buffer), bytes);
        } finally {
            buffer.release();
        }
    }

    /** The document as BSON. */
    byte[] encoded() {
        return encoded(document);
    }

    private static byte[] encoded(Document document) {
        ByteBuf buffer = Unpooled.buffer();
        try {
            BsonEncoder.encodeDocument(document, buffer);
            return ByteBufUtil.getBytes(buffer);
        } finally {
            buffer.release();
        }
    }

    private static StoredDocument read(ByteBuffer source) {
        int bytes = Integer.reverseBytes(source.getInt(source.position()));
        ByteBuffer own = source.slice(source.position(), bytes);
        source.position(source.position() + bytes);
        return new StoredDocument(BsonDecoder.decodeBson(Unpooled.wrappedBuffer(own)), bytes);
    }

    /** Stores documents in the file as BSON. */
    static final class Type extends BasicDataType<StoredDocument> {
        static final Type INSTANCE = new Type();

        /**
         * About how many bytes of heap a decoded document takes per byte of BSON; 7.7 was measured for a learner's
         * state.
         */
        private static final int HEAP_PER_BYTE = 8;

        @Override
        public int getMemory(StoredDocument stored) {
            return 64 + HEAP_PER_BYTE * stored.bytes();
        }

        @Override
        public void write(WriteBuffer target, StoredDocument stored) {
            target.put(stored.encoded());
        }

        @Override
        public StoredDocument read(ByteBuffer source) {
            return StoredDocument.read(source);
        }

        @Override
        public StoredDocument[] createStorage(int size) {
            return new StoredDocument[size];
        }
    }

    /** Stores ids in the file, each as a BSON document with one field, and orders them by {@link BsonOrder}. */
    static final class IdType extends BasicDataType<Object> {
        static final IdType INSTANCE = new IdType();

        @Override
        public int compare(Object left, Object right) {
            return BsonOrder.INSTANCE.compare(left, right);
        }

        @Override
        public int getMemory(Object id) {
            return id instanceof String text ? 56 + text.length() : 64;
        }

        @Override
        public void write(WriteBuffer target, Object id) {
            target.put(encoded(new Document("", id instanceof Missing ? null : id)));
        }

        @Override
        public Object read(ByteBuffer source) {
            return Missing.ofNullable(StoredDocument.read(source).document().get(""));
        }

        @Override
        public Object[] createStorage(int size) {
            return new Object[size];
        }
    }
}
