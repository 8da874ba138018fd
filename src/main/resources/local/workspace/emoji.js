/** The emoji that people and courses use most, by Slack's names. */
const TABLE = `
grinning😀 smiley😃 smile😄 grin😁 laughing😆 sweat_smile😅 joy😂 rofl🤣 slightly_smiling_face🙂 upside_down_face🙃 wink😉
blush😊 innocent😇 heart_eyes😍 star-struck🤩 kissing_heart😘 yum😋 stuck_out_tongue😛 zany_face🤪 hugging_face🤗 thinking_face🤔
shushing_face🤫 neutral_face😐 expressionless😑 smirk😏 unamused😒 face_with_rolling_eyes🙄 grimacing😬 relieved😌 pensive😔
sleepy😪 sleeping😴 mask😷 sunglasses😎 nerd_face🤓 face_with_monocle🧐 confused😕 worried😟 slightly_frowning_face🙁 open_mouth😮
astonished😲 flushed😳 pleading_face🥺 cry😢 sob😭 scream😱 sweat😓 tired_face😫 yawning_face🥱 triumph😤 rage😡 angry😠
exploding_head🤯 partying_face🥳 saluting_face🫡 melting_face🫠 wave👋 raised_hand✋ ok_hand👌 v✌️ crossed_fingers🤞 point_left👈
point_right👉 point_up☝️ point_down👇 +1👍 thumbsup👍 -1👎 thumbsdown👎 fist✊ clap👏 raised_hands🙌 open_hands👐 handshake🤝 pray🙏
writing_hand✍️ muscle💪 brain🧠 eyes👀 bust_in_silhouette👤 busts_in_silhouette👥 technologist🧑‍💻 student🧑‍🎓 teacher🧑‍🏫
heart❤️ orange_heart🧡 yellow_heart💛 green_heart💚 blue_heart💙 purple_heart💜 broken_heart💔 100💯 boom💥 dizzy💫 speech_balloon💬
thought_balloon💭 zzz💤 sparkles✨ star⭐ star2🌟 fire🔥 zap⚡ rainbow🌈 sunny☀️ sunrise🌅 partly_sunny⛅ cloud☁️ snowflake❄️ seedling🌱
evergreen_tree🌲 four_leaf_clover🍀 coffee☕ tea🍵 pizza🍕 cake🍰 birthday🎂 beers🍻 tada🎉 confetti_ball🎊 balloon🎈 gift🎁
trophy🏆 medal🏅 sports_medal🏅 first_place_medal🥇 second_place_medal🥈 third_place_medal🥉 military_medal🎖️ soccer⚽ dart🎯 game_die🎲 jigsaw🧩
art🎨 rocket🚀 airplane✈️ car🚗 bike🚲 ship🚢 anchor⚓ construction🚧 checkered_flag🏁 triangular_flag_on_post🚩 world_map🗺️ compass🧭
house🏠 office🏢 factory🏭 hospital🏥 bank🏦 earth_africa🌍 earth_americas🌎 earth_asia🌏 hourglass⌛ hourglass_flowing_sand⏳ watch⌚
alarm_clock⏰ stopwatch⏱️ clock9🕘 calendar📅 date📅 spiral_calendar_pad🗓️ pushpin📌 round_pushpin📍 paperclip📎 link🔗 scissors✂️
memo📝 pencil📝 pencil2✏️ book📖 books📚 open_book📖 notebook📓 bookmark🔖 clipboard📋 file_folder📁 page_facing_up📄 chart_with_upwards_trend📈
chart_with_downwards_trend📉 bar_chart📊 email📧 envelope✉️ incoming_envelope📨 inbox_tray📥 outbox_tray📤 package📦 mailbox📫 phone☎️
iphone📱 computer💻 desktop_computer🖥️ keyboard⌨️ floppy_disk💾 camera📷 movie_camera🎥 tv📺 bulb💡 flashlight🔦 mag🔍 mag_right🔎
lock🔒 unlock🔓 key🔑 hammer🔨 wrench🔧 hammer_and_wrench🛠️ gear⚙️ nut_and_bolt🔩 scales⚖️ shield🛡️ test_tube🧪 microscope🔬 telescope🔭
satellite📡 money_with_wings💸 moneybag💰 dollar💵 credit_card💳 bell🔔 no_bell🔕 mega📣 loudspeaker📢 mortar_board🎓 school🏫
white_check_mark✅ heavy_check_mark✔️ ballot_box_with_check☑️ x❌ negative_squared_cross_mark❎ warning⚠️ no_entry⛔ no_entry_sign🚫
question❓ grey_question❔ exclamation❗ grey_exclamation❕ bangbang‼️ information_source ℹ️ sos🆘 new🆕 ok🆗 free🆓 up🆙 cool🆒
arrow_right➡️ arrow_left⬅️ arrow_up⬆️ arrow_down⬇️ arrows_counterclockwise🔄 leftwards_arrow_with_hook↩️ arrow_forward▶️ fast_forward⏩
pause_button⏸️ black_square_for_stop⏹️ repeat🔁 twisted_rightwards_arrows🔀 heavy_plus_sign➕ heavy_minus_sign➖ infinity♾️ recycle♻️
red_circle🔴 large_orange_circle🟠 large_yellow_circle🟡 large_green_circle🟢 large_blue_circle🔵 large_purple_circle🟣 white_circle⚪ black_circle⚫
large_red_square🟥 large_orange_square🟧 large_yellow_square🟨 large_green_square🟩 large_blue_square🟦 white_large_square⬜ black_large_square⬛
small_blue_diamond🔹 small_orange_diamond🔸 large_blue_diamond🔷 one1️⃣ two2️⃣ three3️⃣ four4️⃣ five5️⃣ six6️⃣ seven7️⃣ eight8️⃣ nine9️⃣ keycap_ten🔟
`;

const EMOJI = new Map();
for (const entry of TABLE.replace("source ℹ", "sourceℹ").trim().split(/\s+/)) {
  // A name is ASCII; the picture starts where ASCII ends, or at a digit that a keycap sign follows.
  const [, name, picture] = entry.match(/^([a-z0-9_+-]+?)(\d\uFE0F\u20E3|[^\x00-\x7F].*)$/u) ?? [];
  if (name) EMOJI.set(name, picture);
}

/** The picture for a name without its colons; undefined when the name is not known. */
export const emoji = (name) => EMOJI.get(name.replace(/::skin-tone-\d/, ""));
