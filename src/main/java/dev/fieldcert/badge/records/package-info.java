/** The awards as they are stored, and the beans that issue and verify credentials. */
package dev.fieldcert.badge.records;
