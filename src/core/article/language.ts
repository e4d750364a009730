/**
 * The language that `text` is most likely written in, as a BCP 47 tag: by its script where that tells, else by the small
 * words that only one language uses so often. English where nothing tells.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, sampled).toLowerCase()
  return byScript(sample) ?? byWords(sample)
}

/** The letters that are looked at: more tell no more. */
const sampled = 20_000

function byScript(sample: string): string | null {
  const letters = count(sample, /\p{L}/gu)
  const isMost = (script: RegExp): boolean => count(sample, script) > letters / 2
  // Japanese mixes three scripts, and a Korean or a Chinese text may quote Latin names at length.
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const han = count(sample, /\p{Script=Han}/gu)
  if (kana + han > letters / 3) return kana * 20 > han ? 'ja' : 'zh'
  return scripts.find(([script]) => isMost(script))?.[1](sample) ?? null
}

/** The letters of a script, and which language they are then. */
const scripts: readonly (readonly [RegExp, (sample: string) => string])[] = [
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Thai}/gu, () => 'th'],
  [/\p{Script=Devanagari}/gu, () => 'hi'],
  [/\p{Script=Arabic}/gu, (sample) => (/[ٹڈڑےں]/.test(sample) ? 'ur' : /[پچژگ]/.test(sample) ? 'fa' : 'ar')],
  [
    /\p{Script=Cyrillic}/gu,
    (sample) => {
      if (/[ђћџ]/.test(sample)) return 'sr'
      if (/ў/.test(sample)) return 'be'
      if (/[їєґі]/.test(sample)) return 'uk'
      return /[ыэё]/.test(sample) || !/ъ/.test(sample) ? 'ru' : 'bg'
    },
  ],
]

/** The language whose small words are clearly the most; English is what the others have to beat. */
function byWords(sample: string): string {
  const all = sample.match(/[\p{L}’']+/gu) ?? []
  const scores = new Map<string, number>()
  for (const word of all) for (const tag of tagsOf.get(word) ?? []) scores.set(tag, (scores.get(tag) ?? 0) + 1)
  const [best, next] = [...scores].toSorted(([, a], [, b]) => b - a)
  if (best === undefined || best[0] === 'en') return 'en'
  const [tag, score] = best
  const isClear = score >= 4 && score * 12 >= all.length && score > (scores.get('en') ?? 0) * 1.5
  return isClear && (next === undefined || score > next[1]) ? tag : 'en'
}

const smallWords: Readonly<Record<string, string>> = {
  en: 'the of and to in is that it was for on with as are this be by not have from but they his at or an which you were her all their has had would what there if more when who will one about so can no',
  de: 'der die das und ist nicht ein eine zu den von mit sich auf für im dem des auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn ich wir kein keine',
  fr: 'le la les de des du et est un une dans que qui pour pas sur au avec ce il par ne se sont plus ou aux elle cette mais son nous comme été vous ses leur on même sans ont tout fait être ces était je d’un c’est qu’il n’est',
  es: 'el la los las de del y que en un una es se no por con para su al lo como más pero sus le ya este porque esta entre cuando muy sin sobre también me hasta hay donde han desde está todo nos fue ser son era',
  pt: 'o a os as de do da dos das e que em um uma é se não por com para no na nos nas ao mais como mas foi sua seu ou ser quando muito há já está eu também só pelo pela até isso ela entre era depois sem mesmo são',
  it: 'il lo la i gli le di del della dei delle e che è un una in non per con si da come più ma anche sono nel nella al alla questo questa ha hanno o se su dal dalla perché era essere stato fra ci quando molto tutti dell’ l’',
  nl: 'de het een en van is in dat niet op te zijn met voor er aan ook als door bij maar om uit naar dan of over nog wel geen worden werd hij zij wordt heeft deze dit die kan was hebben wat meer tot ik je we tegen',
  sv: 'och det att i en som är på av för med den till inte har de om ett var men sig så från vi kan när hon han eller nu också då vad efter där mycket skulle detta sin bara mot alla mellan jag du finns',
  da: 'og det at i en som er på af for med den til ikke har de om et var men sig så fra vi kan når hun han eller nu også da hvad efter der meget ville dette sin kun mod alle mellem jeg du blev være',
  nb: 'og det at i en som er på av for med den til ikke har de om et var men seg så fra vi kan når hun han eller nå også da hva etter der mye ville dette sin bare mot alle mellom jeg du ble være',
  fi: 'ja on ei se että oli hän mutta ovat kun myös tai joka niin kuin ollut sen jos mitä nyt vain kanssa ole hänen tämä olla jotka tämän sitä mukaan voi jo sekä vielä siitä minä me he ne',
  pl: 'i w nie się na że z do to jest jak o a po ale co tak za od jego przez tym był już tylko są przy jej czy dla który może było oraz ich która być ma go ze które także jako',
  cs: 'a se v na je že to s z do o i ve jako za by ale pro jsou si po jeho byl k od které který už jen tak nebo jsem také až podle která při není být ze když bylo mezi před',
  ro: 'și de la în a cu pe că nu este un o din care mai pentru se sunt ce au fost dar ca sau al fi prin lui după ale era lor fost această acest între foarte către fără',
  hu: 'a az és hogy nem is egy ez volt meg csak de már ha mint még azt el vagy kell ki ezt van lehet után úgy mert minden nagyon sem amely között több',
  tr: 've bir bu da de için ile olarak çok daha olan gibi ama ne kadar var sonra o en değil her ya ki olduğu ise tarafından ben yok diye göre',
}

const tagsOf: ReadonlyMap<string, readonly string[]> = wordTags()

function wordTags(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [tag, list] of Object.entries(smallWords)) {
    for (const word of list.split(' ')) found.set(word, [...(found.get(word) ?? []), tag])
  }
  return found
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
