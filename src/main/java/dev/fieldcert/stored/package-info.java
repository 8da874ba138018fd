/** How everything is stored, whoever owns it: the form of documents, the codes of enums, and the schema's version. */
package dev.fieldcert.stored;
